/** Step 3 at the desk. */
export const choiceStep = {
  'kind.decider': 'Wie beslist',
  'kind.criterion': 'Criterium',
  'kind.mark': 'Oordeel',
  'kind.choice': 'Keuze',
}
