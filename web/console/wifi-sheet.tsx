import { useState } from 'preact/hooks'
import type { Outcome } from '../shared/session-link.ts'
import { wifiProblem } from '../shared/wifi-problem.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'
import { wifiView } from './wifi-view.ts'

/** The Wi-Fi of the room: who has no network cannot open the page. */
export function WifiSheet({ onClose }: { onClose: () => void }) {
  const { picture, send } = useConsole()
  const view = wifiView(picture.value, send)
  const [name, setName] = useState(view.name)
  const [password, setPassword] = useState(view.password)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const problem = tried ? wifiProblem(name, password) : undefined
  const errorOf = (field: 'name' | 'password') => (problem?.field === field ? t(problem.why) : undefined)
  const ask = async (asked: Promise<Outcome>) => {
    setBusy(true)
    const outcome = await asked
    setBusy(false)
    if (outcome.ok) onClose()
  }
  const save = () => {
    setTried(true)
    if (!busy && !wifiProblem(name, password)) void ask(view.save(name, password))
  }
  return (
    <Dialog open title={t('wifi.title')} onClose={onClose}>
      <form
        class="paper-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p>{t('wifi.body')}</p>
        <SheetNotice />
        <TextField label={t('wifi.name')} value={name} error={errorOf('name')} onInput={setName} />
        <TextField
          label={t('wifi.password')}
          hint={t('wifi.password_hint')}
          value={password}
          error={errorOf('password')}
          onInput={setPassword}
        />
        <p class="sheet-lead">{t('wifi.told')}</p>
        <Button type="submit" kind="primary" icon="wifi" busy={busy}>
          {t('wifi.save')}
        </Button>
        {view.remove && (
          <Button kind="quiet" icon="trash" onClick={() => void ask(view.remove?.() as Promise<Outcome>)}>
            {t('wifi.remove')}
          </Button>
        )}
      </form>
    </Dialog>
  )
}
