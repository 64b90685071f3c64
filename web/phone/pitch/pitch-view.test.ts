import { expect, test } from 'vitest'
import { group, idea, me, myIdea, round, session, testRoom } from '../test-room.ts'
import { pitchView } from './pitch-view.ts'

const records = [
  session,
  { ...group(1, 'Bankjes', 'A'), order: 1 },
  { ...group(2, '', 'B'), order: 2 },
  { ...group(3, 'Leeg', 'C'), order: 3 },
  { ...group(4, 'Bomen', 'D'), order: 4 },
  idea(1, 'bank', { group: 1 }),
  idea(2, 'vijver', { group: 2 }),
  idea(3, 'eik', { group: 4 }),
  me(),
]

test('Before the first group everybody is still to come, but not a group without ideas', () => {
  const view = pitchView(testRoom([...records, round('pitch', { pitch: { group: 0, done: [] } })]))
  expect(view.now).toBeUndefined()
  expect(view.toCome.map(({ title }) => title)).toEqual(['Bankjes', 'vijver', 'Bomen'])
})

test('The group that explains itself knows whether an idea of mine is in it', () => {
  const pitch = round('pitch', { pitch: { group: 2, done: [1] } })
  expect(pitchView(testRoom([...records, pitch])).now).toMatchObject({ title: 'vijver', own: false })
  const view = pitchView(testRoom([...records, pitch, myIdea(2, 'vijver', { group: 2 })]))
  expect(view.now).toMatchObject({ id: 2, own: true })
  expect(view.done.map(({ id }) => id)).toEqual([1])
  expect(view.toCome.map(({ id }) => id)).toEqual([4])
})
