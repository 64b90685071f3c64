import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import './checkbox.css'

export interface CheckboxProps {
  label: ComponentChildren
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: string
  disabled?: boolean
  name?: string
}

/** A box whose whole label can be tapped. */
export function Checkbox({ label, checked, onChange, hint, disabled, name }: CheckboxProps) {
  const id = useId()
  return (
    <div class="ui-checkbox">
      <label class="ui-checkbox-label" for={id}>
        <input
          id={id}
          class="ui-checkbox-box"
          type="checkbox"
          name={name}
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p class="ui-checkbox-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
