import type { Step } from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'
import { type Dossier, reasonsOf, stepAfter, stepNumber } from './dossier-view.ts'

/** At the gate behind a step: why the next one opened while something was missing, or why this one was opened again. */
export function stepReason(shown: Dossier, step: Step): string {
  const next = stepAfter(step)
  const isBehind = stepNumber(shown.progress.step) > stepNumber(step)
  if (isBehind && next) {
    const { opened } = reasonsOf(shown, next)
    return opened && t('gate.opened_with', { n: stepNumber(next), reason: opened })
  }
  const { reopened } = reasonsOf(shown, step)
  return reopened && t('gate.reopened_with', { n: stepNumber(step), reason: reopened })
}

export function StepReason({ shown, step }: { shown: Dossier; step: Step }) {
  const reason = stepReason(shown, step)
  return reason ? <p class="gate__reason">{reason}</p> : null
}
