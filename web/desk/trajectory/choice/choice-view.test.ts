import { expect, test } from 'vitest'
import type { Entries, EntryKind } from '../../../shared/trajectory.ts'
import type { Dossier } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { ideaTitle, matrixView, saidFirst, weighed } from './choice-view.ts'

function dossier(...entries: { [Kind in EntryKind]: [Kind, Partial<Entries[Kind]>] }[EntryKind][]): Dossier {
  return {
    entries: new Map(
      entries.map(([kind, change], i) => [
        i + 1,
        { id: i + 1, version: i + 1, at: 0, by: 1, entry: { ...emptyEntry(kind), ...change } },
      ]),
    ),
  } as unknown as Dossier
}
const ids = (listed: readonly { id: number }[]) => listed.map(({ id }) => id)

test('the first of the session stand in the matrix by their place, and so does what the desk wrote itself', () => {
  const shown = dossier(
    ['idea', { name: 'tweede', place: 2, session: 'a' }],
    ['idea', { name: 'eerste', place: 1, session: 'a' }],
    ['idea', { name: 'niet erbij', session: 'a' }],
    ['idea', { name: 'van het bureau' }],
    ['idea', { name: 'toch al bekeken', session: 'a' }],
    ['criterion', { name: 'Tijd' }],
    ['mark', { idea: 5, criterion: 6, colour: 'red' }],
  )
  const view = matrixView(shown, new Set())
  expect(ids(view.columns)).toEqual([2, 1, 4, 5])
  expect(ids(view.others)).toEqual([3])
  expect(view.mark(5, 6)?.id).toBe(7)
  expect(view.mark(1, 6)).toBeUndefined()
  expect(ids(matrixView(shown, new Set([3])).columns)).toEqual([2, 1, 3, 4, 5])
})

test('the order by weight counts what is filled in, and only criteria with a weight', () => {
  const shown = dossier(
    ['idea', { name: 'bank' }],
    ['idea', { name: 'vijver' }],
    ['idea', { name: 'nog niets' }],
    ['criterion', { name: 'Tijd', weight: 1 }],
    ['criterion', { name: 'Geld', weight: 3 }],
    ['criterion', { name: 'Kleur', weight: 0 }],
    ['mark', { idea: 1, criterion: 4, colour: 'green' }],
    ['mark', { idea: 1, criterion: 5, colour: 'red' }],
    ['mark', { idea: 2, criterion: 5, colour: 'amber' }],
    ['mark', { idea: 2, criterion: 4, colour: 'open' }],
    ['mark', { idea: 2, criterion: 6, colour: 'red' }],
  )
  expect(weighed(matrixView(shown, new Set()))).toEqual({
    counting: 2,
    ideas: [
      { idea: 2, percent: 50, filled: 1 },
      { idea: 1, percent: 25, filled: 2 },
      { idea: 3, percent: 0, filled: 0 },
    ],
  })
})

test('who decides was said first when every mark is younger', () => {
  expect(saidFirst(dossier(['decider', {}], ['mark', {}]))).toBe(true)
  expect(saidFirst(dossier(['mark', {}], ['decider', {}]))).toBe(false)
  expect(saidFirst(dossier())).toBe(false)
})

test('the name of an idea within a sentence', () => {
  const idea = (letter: string, name: string) => ideaTitle({ ...emptyEntry('idea'), letter, name })
  expect(idea('E', 'A walk around the ditch')).toBe('E: a walk around the ditch')
  expect(idea('B', 'Een pauzeplek buiten')).toBe('B: een pauzeplek buiten')
  expect(idea('', 'Een pauzeplek buiten')).toBe('Een pauzeplek buiten')
  expect(idea('A', 'WADI bij hal 3')).toBe('A: WADI bij hal 3')
  expect(idea('A', 'IVN-pad')).toBe('A: IVN-pad')
})
