import { useId } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { moneyText } from '../money-view.ts'
import type { WhatIf } from './concept-view.ts'

const areaMax = 1_000
const eurosMax = 50_000

/** Two sliders to try: nothing of it is kept, but for the room when one takes it along to the plan. */
export function WhatIfFields(props: {
  there: WhatIf
  tried: WhatIf | undefined
  onTry: (tried: WhatIf | undefined) => void
  /** Square metres of the plan of step 4; 0: none yet. */
  planned: number
  onPlan: (area_m2: number) => void
}) {
  const { there, tried, onTry, planned, onPlan } = props
  const now = tried ?? there
  return (
    <details class="what-if">
      <summary>{t('what_if.title')}</summary>
      <p>{t('what_if.lead')}</p>
      <Slider
        label={t('what_if.area')}
        value={now.area_m2}
        max={Math.max(areaMax, there.area_m2 * 2)}
        step={5}
        said={metres(now.area_m2)}
        onInput={(area_m2) => onTry({ ...now, area_m2 })}
      />
      <Slider
        label={t('what_if.money')}
        value={now.euros}
        max={Math.max(eurosMax, there.euros * 2)}
        step={250}
        said={moneyText(now.euros * 100, language.value)}
        onInput={(euros) => onTry({ ...now, euros })}
      />
      {planned > 0 ? (
        <p>{t('what_if.planned', { area: metres(planned) })}</p>
      ) : (
        now.area_m2 > 0 && (
          <Button icon="check" onClick={() => onPlan(now.area_m2)}>
            {t('what_if.plan', { area: metres(now.area_m2) })}
          </Button>
        )
      )}
      {tried && (
        <Button kind="quiet" icon="undo" onClick={() => onTry(undefined)}>
          {t('what_if.back')}
        </Button>
      )}
    </details>
  )
}

const metres = (value: number) => `${value.toLocaleString(language.value === 'nl' ? 'nl-NL' : 'en-GB')} m²`

function Slider(props: {
  label: string
  value: number
  max: number
  step: number
  said: string
  onInput: (value: number) => void
}) {
  const id = useId()
  return (
    <p class="what-if__one">
      <label for={id}>{props.label}</label>
      <output for={id}>{props.said}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={props.max}
        step={props.step}
        value={props.value}
        aria-valuetext={props.said}
        onInput={(event) => props.onInput(Number(event.currentTarget.value))}
      />
    </p>
  )
}
