import type { Translation } from '../message.ts'
import type { planStep as nl } from '../nl/step-plan.ts'

/** Step 4 at the desk. */
export const planStep: Translation<typeof nl> = {
  'kind.plan': 'Plan',
  'kind.cost': 'Cost',
  'kind.cover': 'Cover',
  'kind.activity': 'Planning',
  'kind.risk': 'Risk',
  'kind.permit': 'Permit',
  'kind.agreement': 'Agreements for later',
  'kind.confirmation': 'Confirmation',
}
