import { expect, test } from 'vitest'
import type { TieRecord } from '../../shared/generated/record.ts'
import { group, testRoom } from '../test-room.ts'
import { tieView } from './tie-view.ts'

const groups = [group(1, 'Bankjes', 'A'), group(2, 'Bomen', 'B'), group(3, 'Vijver', 'C')]
const tie = (decided: TieRecord['decided']): TieRecord => ({
  type: 'tie',
  id: 0,
  first_place: 5,
  free: 1,
  tied: [1, 2, 3],
  size: 5,
  ways: [],
  runoff: false,
  decided,
})
const viewOf = (decided: TieRecord['decided']) => tieView(testRoom([tie(decided), ...groups]))

test('Who won a run-off is not on the phone before the places are revealed', () => {
  expect(viewOf({ way: 'run_off', winners: [], order: [], seed: '' })?.decided).toEqual({ way: 'run_off', winners: [] })
})

test('Widening takes all tied along, and says how long the top is', () => {
  const view = viewOf({ way: 'widen', winners: [], order: [], seed: '' })
  expect(view?.decided?.winners.map(({ title }) => title)).toEqual(['Bankjes', 'Bomen', 'Vijver'])
  expect(view?.size).toBe(7)
})

test('A draw happens in front of everybody', () => {
  const view = viewOf({ way: 'draw', winners: [2], order: [2, 1, 3], seed: 'ab12' })
  expect(view?.decided?.winners.map(({ title }) => title)).toEqual(['Bomen'])
})
