/** Step 4 at the desk. */
export const planStep = {
  'kind.plan': 'Plan',
  'kind.cost': 'Kosten',
  'kind.cover': 'Dekking',
  'kind.activity': 'Planning',
  'kind.risk': 'Risico',
  'kind.permit': 'Vergunning',
  'kind.agreement': 'Afspraken voor later',
  'kind.confirmation': 'Bevestiging',
}
