import type { Translation } from '../message.ts'
import type { openingStep as nl } from '../nl/step-opening.ts'

/** Step 5 at the desk. */
export const openingStep: Translation<typeof nl> = {
  'kind.opening': 'Opening',
  'kind.photo': 'Photo',
  'kind.thanks': 'Thank-you',
  'kind.upkeep': 'Upkeep',
  'kind.neighbour': 'Wants to join in',
}
