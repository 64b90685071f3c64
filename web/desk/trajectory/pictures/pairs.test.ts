import { expect, it } from 'vitest'
import type { OneOf } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { pairsOf } from './pairs.ts'

const photo = (id: number, moment: 'before' | 'during' | 'after', beside = 0): OneOf<'photo'> => ({
  id,
  version: 1,
  at: 0,
  by: 1,
  entry: { ...emptyEntry('photo'), moment, beside },
})

it('Photos of before and after lie on each other in the order in which they came', () => {
  const photos = [
    photo(1, 'before'),
    photo(2, 'during'),
    photo(3, 'before'),
    photo(4, 'after'),
    photo(5, 'before'),
    photo(6, 'after'),
  ]
  expect(pairsOf(photos).map((pair) => pair.map(({ id }) => id))).toEqual([
    [1, 4],
    [3, 6],
  ])
  expect(pairsOf(photos.slice(0, 3))).toEqual([])
})

it('What an organiser put together comes first, once, and the others follow in their order', () => {
  const photos = [
    photo(1, 'before'),
    photo(2, 'before'),
    photo(3, 'after', 2),
    photo(4, 'after', 2),
    photo(5, 'after', 99),
  ]
  expect(pairsOf(photos).map((pair) => pair.map(({ id }) => id))).toEqual([
    [2, 3],
    [1, 4],
  ])
})
