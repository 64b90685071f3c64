import { describe, expect, it } from 'vitest'
import type { ConceptMatch, Entry, EntryOf } from '../../../shared/trajectory.ts'
import type { Dossier } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { chosenIdeas, tasksOfRoute } from './route-view.ts'

const idea = (route: EntryOf<'idea'>['route']) => ({ ...emptyEntry('idea'), name: 'Een poel', route })
const shownWith = (...entries: Entry[]) =>
  ({ entries: new Map(entries.map((entry, i) => [i + 1, { id: i + 1, entry }])) }) as unknown as Dossier
const choice = { ...emptyEntry('choice'), outcome: 'chosen' as const, idea: 1, combined_with: 2 }
const known = { id: 'poel', check_first_nl: 'Kabels in de grond' } as ConceptMatch
const what = (shown: Dossier, at = 0, concept?: ConceptMatch) => {
  const chosen = chosenIdeas(shown)[at]
  return chosen ? tasksOfRoute(shown, chosen, concept, (task) => task).map((task) => task.what) : []
}

describe('The route of step 4', () => {
  it('is that of each idea that was chosen, and of no other', () => {
    const shown = shownWith(idea('ivn_concept'), idea('own_plan'), idea('other_concept'), choice)
    expect(chosenIdeas(shown).map(({ id }) => id)).toEqual([1, 2])
    expect(what(shown, 0, known)).toEqual(['check', 'ivn_who', 'ivn_have'])
    expect(what(shown, 1)).toEqual(['own_sketch', 'own_look', 'own_quotes'])
    expect(what(shownWith(idea('own_plan'), { ...choice, outcome: 'open' }))).toEqual([])
    expect(what(shownWith(idea('undecided'), { ...choice, combined_with: 0 }))).toEqual([])
  })
  it('of two that became one begins with the one that says what it is', () => {
    const shown = shownWith(idea('ivn_concept'), idea('own_plan'), { ...choice, idea: 2, combined_with: 1 })
    expect(chosenIdeas(shown).map(({ id }) => id)).toEqual([2, 1])
  })
  it('proposes nothing twice, and says what to check in the words of the concept', () => {
    const task = { ...emptyEntry('task'), what: 'other_price' }
    const shown = shownWith(idea('other_concept'), task, { ...choice, combined_with: 0 })
    expect(what(shown, 0, known)).toEqual(['check', 'other_place'])
    const [chosen] = chosenIdeas(shown)
    expect(chosen && tasksOfRoute(shown, chosen, known, (one) => one)[0]?.note).toBe('Kabels in de grond')
  })
})
