import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import { leadView } from './lead-view.ts'

/** Four digits, and this tablet drives. */
export function TakeOverSheet({ onClose }: { onClose: () => void }) {
  const { picture, send, notice, link } = useConsole()
  const view = leadView(picture.value, send)
  const [pin, setPin] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const take = async (digits: string) => {
    setBusy(true)
    const outcome = await view.take(digits)
    setBusy(false)
    if (outcome.ok) return onClose()
    setProblem(notice.peek())
    notice.value = undefined
    setPin('')
  }
  const typed = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 4)
    setPin(digits)
    if (digits.length === 4 && !busy) void take(digits)
  }
  return (
    <Dialog open title={t('watch.take')} onClose={onClose}>
      <p>{t(view.hasPin ? 'watch.pin_body' : 'watch.no_pin')}</p>
      {busy && link.status.value !== 'live' && (
        <p class="sheet-problem" role="status">
          {t('watch.offline')}
        </p>
      )}
      {view.hasPin && (
        <div class="take-over">
          <TextField
            label={t('watch.pin')}
            inputRef={field}
            value={pin}
            onInput={typed}
            error={problem}
            inputMode="numeric"
            autocomplete="off"
          />
          <Button kind="primary" busy={busy} disabled={pin.length < 4} onClick={() => void take(pin)}>
            {t('watch.take')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
