import { t } from '../../text/desk.ts'
import type { Progress, Step } from '../../shared/trajectory.ts'
import { stepNumber, steps } from './dossier-view.ts'

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
              class={`round-line__one round-line__one--${state}`}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              <span class="round-line__dot" aria-hidden="true">
                {state === 'done' ? (
                  <svg viewBox="0 0 26 26" aria-hidden="true">
                    <path
                      class="round-line__disc"
                      d="M13 1.500C20 1.200 24.600 6.600 24.500 13C24.700 19.600 19.600 24.600 13 24.400C6.600 24.700 1.400 19.600 1.600 13C1.300 6.600 6 1.400 13 1.500Z"
                    />
                    <path class="round-line__check" d="M7.500 13.500L11.500 17.500L18.800 9" />
                  </svg>
                ) : state === 'now' ? (
                  number
                ) : (
                  ''
                )}
              </span>
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
