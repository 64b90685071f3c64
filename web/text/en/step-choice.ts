import type { Translation } from '../message.ts'
import type { choiceStep as nl } from '../nl/step-choice.ts'

/** Step 3 at the desk. */
export const choiceStep: Translation<typeof nl> = {
  'kind.decider': 'Who decides',
  'kind.criterion': 'Criterion',
  'kind.mark': 'Mark',
  'kind.choice': 'Choice',
}
