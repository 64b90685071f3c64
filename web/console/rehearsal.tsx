import { useState } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { useConsole } from './console-session.ts'
import type { Sheet } from './sheet.ts'
import './rehearsal.css'

/** Two seats stay free, so that the facilitator can try it on a phone. */
const freeSeats = 2

/** Makes a copy of this session full of simulated people, and takes this tablet there. */
export function RehearseButton({ wide = false }: { wide?: boolean }) {
  const { paired, picture, notice } = useConsole()
  const [busy, setBusy] = useState(false)
  const session = picture.value.session
  if (!session || session.rehearsal || session.status === 'ended') return null

  const start = async () => {
    setBusy(true)
    const people = Math.max(1, session.seats_max - freeSeats)
    const reply = await call(
      'POST /api/sessions/ID/rehearsal',
      { people },
      { id: paired.session, bearer: paired.token },
    )
    setBusy(false)
    // The page pairs with whatever secret stands in its address.
    if (reply.ok) location.hash = `p=${reply.body.secret}`
    else notice.value = t('rehearsal.failed')
  }
  return (
    <Button
      kind={wide ? 'secondary' : 'quiet'}
      wide={wide}
      icon="play"
      busy={busy}
      onClick={() => void start()}
    >
      {t('rehearsal.start')}
    </Button>
  )
}

/** Stays in sight for as long as it is a rehearsal. */
export function RehearsalStrip({ open }: { open: (sheet: Sheet) => void }) {
  const { paired, picture, notice } = useConsole()
  const [busy, setBusy] = useState(false)
  if (!picture.value.session?.rehearsal) return null

  const erase = async () => {
    setBusy(true)
    const reply = await call('DELETE /api/sessions/ID/rehearsal', undefined, {
      id: paired.session,
      bearer: paired.token,
    })
    // Erased: the server hangs up, and the page goes back to the session before.
    if (reply.ok) return
    setBusy(false)
    notice.value = t('rehearsal.erase_failed')
  }
  return (
    <div class="rehearsal">
      <Strip kind="attention" icon="play" title={t('rehearsal.title')}>
        {t('rehearsal.body')}
        <div class="rehearsal-buttons">
          <Button icon="screen" onClick={() => open('pair screen')}>
            {t('rehearsal.screen')}
          </Button>
          <Button icon="trash" busy={busy} onClick={() => void erase()}>
            {t('rehearsal.erase')}
          </Button>
        </div>
      </Strip>
    </div>
  )
}
