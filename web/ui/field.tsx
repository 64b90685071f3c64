import type { ComponentChildren } from 'preact'
import { t } from '../text/shared.ts'
import './field.css'
import { counterOf } from './graphemes.ts'

export interface FieldProps {
  label: string
  hint?: string | undefined
  /** What is wrong and what to do about it. */
  error?: string | undefined
  /** In letters as people count them; more can be typed, nothing is cut off. */
  max?: number | undefined
  /** Says beside the label that it may stay empty. */
  optional?: boolean | undefined
}

/** What the control inside a field must be given. */
export interface FieldControl {
  id: string
  class: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** The words around a control: label above; hint, error and counter below. */
export function Field(
  props: FieldProps & { id: string; value: string; children: (control: FieldControl) => ComponentChildren },
) {
  const { id, label, hint, error, max, optional, value, children } = props
  const counter = max === undefined ? undefined : counterOf(value, max)
  const counted = counter && counter.state !== 'silent' ? counter : undefined
  const over = counted?.state === 'over'

  const described = [hint && `${id}-hint`, error && `${id}-error`, counted && `${id}-counter`].filter(Boolean)
  return (
    <div class="ui-field">
      <label class="ui-field-label" for={id}>
        {label}
        {optional && <span class="ui-field-optional"> {t('word.optional')}</span>}
      </label>
      {children({
        id,
        class: 'ui-field-control',
        'aria-describedby': described.join(' ') || undefined,
        'aria-invalid': error || over ? true : undefined,
      })}
      {error && (
        <p class="ui-field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p class="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {counted && (
        <p class={over ? 'ui-field-error even-figures' : 'ui-field-hint even-figures'} id={`${id}-counter`}>
          {t(over ? 'field.over' : 'field.left', { n: counted.count })}
        </p>
      )}
    </div>
  )
}
