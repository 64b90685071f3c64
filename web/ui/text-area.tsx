import type { Ref, TextareaHTMLAttributes } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Field, type FieldProps } from './field.tsx'

type Native = 'autocomplete' | 'autocapitalize' | 'placeholder' | 'name' | 'disabled' | 'rows' | 'lang'

export interface TextAreaProps
  extends FieldProps,
    Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, Native | 'spellcheck' | 'enterkeyhint' | 'required'> {
  value: string
  onInput: (value: string) => void
  /** When given, Enter ends the text instead of starting a line; Shift and Enter still starts one. */
  onEnter?: (() => void) | undefined
  inputRef?: Ref<HTMLTextAreaElement> | undefined
}

/** Text that may take several lines; as high as what is in it. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, max, optional, value, onInput, onEnter, inputRef, rows = 2, ...native } = props
  const id = useId()
  const own = useRef<HTMLTextAreaElement | null>(null)

  useLayoutEffect(() => {
    const area = own.current
    if (!area) return
    const grow = () => {
      area.style.height = 'auto'
      const borders = area.offsetHeight - area.clientHeight
      area.style.height = `${area.scrollHeight + borders}px`
    }
    grow()
    // In a dialog that is about to open it has no size yet.
    if (area.clientWidth > 0 || typeof ResizeObserver !== 'function') return
    const shown = new ResizeObserver(() => {
      if (area.clientWidth === 0) return
      shown.disconnect()
      grow()
    })
    shown.observe(area)
    return () => shown.disconnect()
  }, [value])

  return (
    <Field id={id} label={label} hint={hint} error={error} max={max} optional={optional} value={value}>
      {(control) => (
        <textarea
          {...native}
          {...control}
          rows={rows}
          ref={(area) => {
            own.current = area
            if (typeof inputRef === 'function') inputRef(area)
            else if (inputRef) inputRef.current = area
          }}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !onEnter) return
            event.preventDefault()
            onEnter()
          }}
        />
      )}
    </Field>
  )
}
