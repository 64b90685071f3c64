import { useState } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'
import { PairingLink } from './pairing-sheet.tsx'

type Made = { readonly url: string; readonly name: string; readonly person: number }

/** A personal link, to be sent beforehand: one person comes in by it, without QR or code. */
export function LinkSheet({ onClose }: { onClose: () => void }) {
  const { paired, picture, send } = useConsole()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [made, setMade] = useState<Made>()

  const make = async () => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    const reply = await call(
      'POST /api/sessions/ID/link',
      { name: name.trim() },
      { id: paired.session, bearer: paired.token },
    )
    setBusy(false)
    if (reply.ok) setMade(reply.body)
    else setProblem(t(problemOf(reply.error)))
  }

  /** Before anybody opened it: it uses nothing up then. */
  const takeBack = async ({ person, name: whose }: Made) => {
    const outcome = await send('remove_person', { person })
    if (!outcome.ok) return
    announce(t('link_for.taken_back', { name: whose }))
    setMade(undefined)
    setName('')
  }

  if (made)
    return (
      <Dialog open title={t('link_for.made', { name: made.name })} onClose={onClose}>
        <p>{t('link_for.send', { name: made.name })}</p>
        <PairingLink url={made.url} />
        <p class="sheet-lead">{t('link_for.once')}</p>
        <Button
          onClick={() => {
            setMade(undefined)
            setName('')
          }}
        >
          {t('link_for.another')}
        </Button>
        {picture.value.people.some(({ id, state }) => id === made.person && state === 'invited') && (
          <Button kind="quiet" icon="trash" onClick={() => void takeBack(made)}>
            {t('link_for.take_back')}
          </Button>
        )}
        <SheetNotice />
      </Dialog>
    )
  return (
    <Dialog open title={t('link_for.title')} onClose={onClose}>
      <form
        class="paper-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <p>{t('link_for.body')}</p>
        <TextField
          label={t('paper.name')}
          optional
          max={40}
          value={name}
          error={problem}
          onInput={(value) => {
            setName(value)
            setProblem(undefined)
          }}
        />
        <Button type="submit" kind="primary" icon="link" busy={busy}>
          {t('link_for.make')}
        </Button>
      </form>
    </Dialog>
  )
}

function problemOf(error: string) {
  switch (error) {
    case 'session_full':
      return 'refused.session_full'
    case 'watching':
      return 'refused.watching'
    default:
      return 'pairing.failed'
  }
}
