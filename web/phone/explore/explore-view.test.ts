import { expect, test } from 'vitest'
import { group, idea, me, myIdea, round, session, testRoom, vote } from '../test-room.ts'
import { exploreView, planResult } from './explore-view.ts'

const plan = { type: 'plan' as const, id: 0, picture: 4, width: 3200, height: 2000, shown: false }

test('Pins are ideas with a place, own ones marked, those of groups with letter and color', () => {
  const room = testRoom([
    session,
    round('explore', { ideas_shared: true }),
    plan,
    group(3, 'Bomen', 'C'),
    me(),
    myIdea(1, 'zonder pin'),
    myIdea(2, 'bank', { place: { x: 0.2, y: 0.3 } }),
    idea(2, 'bank', { place: { x: 0.2, y: 0.3 } }),
    idea(5, 'boom', { place: { x: 1, y: 0 }, group: 3 }),
  ])
  const view = exploreView(room)
  expect(view.plan?.picture).toBe(4)
  expect(view.spots.map(({ mark, text, mine, place }) => [mark, text, mine, place])).toEqual([
    ['2', 'bank', true, { x: 0.2, y: 0.3 }],
    ['C', 'boom', false, { x: 1, y: 0 }],
    ['1', 'zonder pin', true, undefined],
  ])
  expect(view.spots[1]?.color).toBe('moss')
  expect(view.spots[1]?.pin).toBeUndefined()
  void view.spots[0]?.pin?.({ x: 0.4, y: 0.4 })
  expect(room.send).toHaveBeenCalledWith('pin_idea', { idea: 2, place: { x: 0.4, y: 0.4 } })
})

test('In a dead spot a pin stands where it was set', () => {
  const room = testRoom(
    [session, round('explore'), plan, me(), myIdea(2, 'bank', { place: { x: 0.2, y: 0.3 } })],
    [
      { n: 1, op: 'pin_idea', args: { idea: 2, place: { x: 0.9, y: 0.9 } }, state: 'kept' },
      { n: 2, op: 'submit_idea', args: { text: 'heg', explanation: '', place: { x: 0, y: 1 } }, state: 'kept' },
    ],
  )
  expect(exploreView(room).spots.map(({ text, place, waiting }) => [text, place, waiting])).toEqual([
    ['bank', { x: 0.9, y: 0.9 }, true],
    ['heg', { x: 0, y: 1 }, true],
  ])
})

test('While people vote no pin moves', () => {
  const room = testRoom([session, round('vote'), vote(), me(), myIdea(2, 'bank')])
  expect(exploreView(room).spots[0]?.pin).toBeUndefined()
})

test('After the end the plan is read by group, in the order of their letters, with what stands alone behind', () => {
  const room = testRoom([
    { ...session, status: 'ended' },
    round('close', { ideas_shared: true }),
    plan,
    group(2, 'Bankjes', 'B'),
    group(1, 'Bomen', 'A'),
    me(),
    idea(4, 'eik', { place: { x: 0.1, y: 0.1 }, group: 1 }),
    idea(5, 'bank', { place: { x: 0.5, y: 0.5 }, group: 2 }),
    idea(6, 'linde', { place: { x: 0.9, y: 0.9 }, group: 1 }),
    idea(7, 'zonder pin', { group: 1 }),
    idea(8, 'los', { place: { x: 0.3, y: 0.3 } }),
  ])
  expect(planResult(room).parts.map(({ mark, title, spots }) => [mark, title, spots.map(({ text }) => text)])).toEqual([
    ['A', 'Bomen', ['eik', 'linde']],
    ['B', 'Bankjes', ['bank']],
    ['8', 'los', ['los']],
  ])
})
