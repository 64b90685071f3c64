import type { Translation } from '../message.ts'
import type { sessionStep as nl } from '../nl/step-session.ts'

/** Step 2 at the desk. */
export const sessionStep: Translation<typeof nl> = {
  'kind.session_plan': 'Session',
  'kind.idea': 'Idea',
  'kind.commitment': 'Who takes part',
  'kind.task': 'Task',
}
