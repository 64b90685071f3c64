import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/shared.ts'
import { announce } from './announcer.tsx'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import './toast.css'

export interface Toast {
  text: string
  action?: { label: string; run: () => void }
  /** How long it stays; 0 until it is hidden. 8 unless told, 15 with an action. */
  seconds?: number
}

interface ShownToast extends Toast {
  readonly id: number
}

const shownMax = 3
const toasts = signal<readonly ShownToast[]>([])
let lastId = 0

/** Shows and says a short message; answers the id by which it can be hidden. Nothing important is only here. */
export function showToast(toast: Toast): number {
  lastId += 1
  toasts.value = [...toasts.value, { ...toast, id: lastId }].slice(-shownMax)
  announce(toast.text)
  return lastId
}

export function hideToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

/** Where toasts appear. Once in a page. */
export function Toasts() {
  if (toasts.value.length === 0) return null
  return (
    <div class="ui-toasts">
      {toasts.value.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function OneToast({ toast }: { toast: ShownToast }) {
  const [held, setHeld] = useState(false)
  const seconds = toast.seconds ?? (toast.action ? 15 : 8)

  useEffect(() => {
    if (held || seconds === 0) return
    const leaving = setTimeout(() => hideToast(toast.id), seconds * 1000)
    return () => clearTimeout(leaving)
  }, [held, seconds, toast.id])

  const { action } = toast
  return (
    <div
      class="ui-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <p class="ui-toast-text">{toast.text}</p>
      {action && (
        <Button
          kind="quiet"
          onClick={() => {
            hideToast(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('word.close')} onClick={() => hideToast(toast.id)} />
    </div>
  )
}
