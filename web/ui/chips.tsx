import { useId } from 'preact/hooks'
import './chips.css'

export interface Chip<Value extends string> {
  value: Value
  label: string
  hint?: string
}

interface ChipGroup<Value extends string> {
  legend: string
  /** The legend is read aloud only: the question already stands above. */
  hideLegend?: boolean
  options: readonly Chip<Value>[]
  disabled?: boolean
}

/** One out of a few. */
export function RadioChips<Value extends string>(
  props: ChipGroup<Value> & { value: Value | undefined; onChange: (value: Value) => void },
) {
  const { value, onChange, ...group } = props
  return <Chips {...group} type="radio" chosen={(option) => option === value} onPick={onChange} />
}

/** Any of a few. */
export function CheckChips<Value extends string>(
  props: ChipGroup<Value> & { values: readonly Value[]; onToggle: (value: Value, chosen: boolean) => void },
) {
  const { values, onToggle, ...group } = props
  return <Chips {...group} type="checkbox" chosen={(option) => values.includes(option)} onPick={onToggle} />
}

function Chips<Value extends string>(
  props: ChipGroup<Value> & {
    type: 'radio' | 'checkbox'
    chosen: (value: Value) => boolean
    onPick: (value: Value, chosen: boolean) => void
  },
) {
  const name = useId()
  return (
    <fieldset class="ui-chips" disabled={props.disabled}>
      <legend class={props.hideLegend ? 'visually-hidden' : 'ui-chips-legend'}>{props.legend}</legend>
      <div class="ui-chips-row">
        {props.options.map((option) => (
          <label class="ui-chip" key={option.value}>
            <input
              class="ui-chip-input"
              type={props.type}
              name={name}
              value={option.value}
              checked={props.chosen(option.value)}
              onChange={(event) => props.onPick(option.value, event.currentTarget.checked)}
            />
            <span class="ui-chip-face">
              <span>{option.label}</span>
              {option.hint && <span class="ui-chip-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
