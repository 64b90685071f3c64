import type { PlanProblem } from '../../../shared/use-plan-upload.ts'
import { t } from '../../../text/desk.ts'

/** Why a page did not come to a trajectory, which holds so many pictures and no more. */
export function pictureProblem(problem: PlanProblem | undefined): string | undefined {
  return problem && t(problem === 'plan.quota' ? 'pictures.quota' : problem)
}
