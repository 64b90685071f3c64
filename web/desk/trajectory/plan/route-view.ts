import type { ConceptMatch, EntryOf } from '../../../shared/trajectory.ts'
import { all, type Dossier, first, type OneOf } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'

/** What was chosen in step 3: one idea, or two that became one. Then the first says what it will be as a whole. */
export function chosenIdeas(shown: Dossier): OneOf<'idea'>[] {
  const choice = first(shown, 'choice')?.entry
  if (choice?.outcome !== 'chosen') return []
  const ideas = all(shown, 'idea')
  return [choice.idea, choice.combined_with].flatMap((wanted) => ideas.filter(({ id }) => id === wanted))
}

type Route = EntryOf<'idea'>['route']

/** A proposal: what comes first when there is an example, at IVN or elsewhere, and when there is none. */
const firstTasks = {
  undecided: [],
  ivn_concept: ['ivn_who', 'ivn_have'],
  other_concept: ['other_place', 'other_price'],
  own_plan: ['own_sketch', 'own_look', 'own_quotes'],
} as const satisfies Record<Route, readonly string[]>
export type FirstTask = (typeof firstTasks)[Route][number] | 'check'

/** The tasks that the route begins with; those that are there already are left out. */
export function tasksOfRoute(
  shown: Dossier,
  { entry }: OneOf<'idea'>,
  known: ConceptMatch | undefined,
  say: (task: FirstTask) => string,
): EntryOf<'task'>[] {
  const there = new Set(all(shown, 'task').map(({ entry: task }) => task.what))
  const tasks = firstTasks[entry.route].map((task) => ({ ...emptyEntry('task'), what: say(task) }))
  const check = known?.check_first_nl
    ? [{ ...emptyEntry('task'), what: say('check'), note: known.check_first_nl }]
    : []
  return [...check, ...tasks].filter(({ what }) => !there.has(what))
}
