import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../text/shared.ts'
import './dialog.css'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  open: boolean
  title: string
  /** Somebody wants to leave: by the cross, Escape or a tap beside it. */
  onClose: () => void
  /** The buttons below, the one to press last. */
  actions?: ComponentChildren
  /** No cross: there is something to choose. Escape still leaves. */
  hideClose?: boolean
  children?: ComponentChildren
}

/** A sheet before the page. The focus goes back to where it was. */
export function Dialog({ open, ...sheet }: DialogProps) {
  return open ? <Sheet {...sheet} /> : null
}

function Sheet({ title, onClose, actions, hideClose, children }: Omit<DialogProps, 'open'>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  /** A press that began in the sheet and ended beside it is none beside it: somebody selects text, or the sheet moved. */
  const beganBeside = useRef(false)

  useEffect(() => {
    const sheet = dialog.current
    const before = document.activeElement
    if (!sheet) return
    if (typeof sheet.showModal === 'function') sheet.showModal()
    else sheet.setAttribute('open', '')
    return () => {
      if (typeof sheet.close === 'function') sheet.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for a tap beside the sheet
    <dialog
      ref={dialog}
      class="ui-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        beganBeside.current = event.target === event.currentTarget
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && beganBeside.current) onClose()
        beganBeside.current = false
      }}
    >
      <div class="ui-dialog-sheet">
        <div class="ui-dialog-head">
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          {!hideClose && <IconButton icon="close" label={t('word.close')} onClick={onClose} />}
        </div>
        {children}
        {actions && <div class="ui-dialog-actions">{actions}</div>}
      </div>
    </dialog>
  )
}
