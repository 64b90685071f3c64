import { useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { hashes } from './route.ts'
import { ask, goTo, loadSessions } from './store.ts'

const people = 24

/** A copy of the session, full of simulated people; its own page opens it on a tablet and a big screen. */
export function Rehearse({ session }: { session: string }) {
  const [busy, setBusy] = useState(false)
  const [tooMany, setTooMany] = useState(false)
  const start = async () => {
    setBusy(true)
    const reply = await ask('POST /api/sessions/ID/rehearsal', { people }, { id: session })
    setBusy(false)
    setTooMany(!reply.ok && reply.status === 409)
    if (!reply.ok) return
    await loadSessions()
    goTo(hashes.session(reply.body.id))
  }
  return (
    <p class="rehearse">
      <Button icon="play" busy={busy} onClick={() => void start()}>
        {t('rehearsal.start')}
      </Button>
      <span role={tooMany ? 'alert' : undefined}>
        {t(tooMany ? 'rehearsal.too_many' : 'rehearsal.start_body')}
      </span>
    </p>
  )
}
