/** Step 2 at the desk. */
export const sessionStep = {
  'kind.session_plan': 'Sessie',
  'kind.idea': 'Idee',
  'kind.commitment': 'Wie doet mee',
  'kind.task': 'Taak',
}
