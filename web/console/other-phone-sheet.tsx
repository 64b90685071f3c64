import { useEffect, useState } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { t } from '../text/console.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useConsole } from './console-session.ts'
import { PairingLink } from './pairing-sheet.tsx'
import type { PersonRow } from './people-view.ts'

/** A code with which another phone gets the seat that somebody has: also in a full room. */
export function OtherPhoneSheet({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { paired } = useConsole()
  const [made, setMade] = useState<string>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    const make = async () => {
      const reply = await call(
        'POST /api/sessions/ID/link',
        { name: '', person: person.id },
        { id: paired.session, bearer: paired.token },
      )
      if (reply.ok) setMade(reply.body.url)
      else setProblem(t(reply.error === 'watching' ? 'refused.watching' : 'pairing.failed'))
    }
    void make()
  }, [])

  return (
    <Dialog open title={t('people.other_title')} onClose={onClose}>
      <p>{t('people.other_body', { name: person.name })}</p>
      {problem && <p class="sheet-problem">{problem}</p>}
      {!problem && !made && <Spinner label={t('pairing.busy')} />}
      {made && (
        <>
          <PairingLink url={made} />
          <p class="sheet-lead">{t('people.other_once')}</p>
        </>
      )}
    </Dialog>
  )
}
