import { t } from '../../text/desk.ts'
import type { Progress, Step } from '../../shared/trajectory.ts'
import { stepNumber, steps } from './dossier-view.ts'
import { LineDot } from '../line-dot.tsx'

/** The way of a place: done, now, ahead. What was reached can be looked at again. */
export function StepPath(props: { progress: Progress; shown: Step; onShow: (step: Step) => void }) {
  const { progress, shown, onShow } = props
  const at = stepNumber(progress.step)
  return (
    <nav aria-label={t('trajectory.path')}>
      <ol class="round-line step-path">
        {steps.map((step) => {
          const number = stepNumber(step)
          const state =
            number < at || progress.outcome === 'finished' ? 'done' : number === at ? 'now' : 'ahead'
          const name = `${number}. ${t(`step.${step}`)}`
          return (
            <li
              key={step}
              id={`form-step-${step}`}
              class={`round-line__one round-line__one--${state}`}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              <LineDot state={state}>{state === 'now' && number}</LineDot>
              {state === 'ahead' ? (
                <span class="round-line__name">{name}</span>
              ) : (
                <button
                  type="button"
                  class="step-path__step"
                  aria-pressed={step === shown}
                  onClick={() => onShow(step)}
                >
                  {name}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
