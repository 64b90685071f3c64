import type { InputHTMLAttributes, Ref } from 'preact'
import { useId } from 'preact/hooks'
import { Field, type FieldProps } from './field.tsx'

type Native = 'type' | 'inputMode' | 'autocomplete' | 'autocapitalize' | 'placeholder' | 'name' | 'disabled' | 'lang'

export interface TextFieldProps
  extends FieldProps,
    Pick<InputHTMLAttributes<HTMLInputElement>, Native | 'spellcheck' | 'enterkeyhint' | 'required'> {
  value: string
  onInput: (value: string) => void
  onEnter?: (() => void) | undefined
  inputRef?: Ref<HTMLInputElement> | undefined
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, max, optional, value, onInput, onEnter, inputRef, ...native } = props
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={error} max={max} optional={optional} value={value}>
      {(control) => (
        <input
          {...native}
          {...control}
          ref={inputRef}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || !onEnter) return
            event.preventDefault()
            onEnter()
          }}
        />
      )}
    </Field>
  )
}
