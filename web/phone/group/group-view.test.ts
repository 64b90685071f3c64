import { expect, test } from 'vitest'
import { group, idea, me, round, session, testRoom } from '../test-room.ts'
import { groupView } from './group-view.ts'

const records = [
  session,
  group(2, 'Bomen', 'B'),
  { ...group(1, 'Bankjes', 'A'), order: 9 },
  idea(1, 'bank', { group: 1, order: 2 }),
  idea(2, 'tafel', { group: 1, order: 1 }),
  idea(3, 'boom', { hold: { person: 8, name: 'Anna', until: 5_000 } }),
  idea(4, 'vijver', { hold: { person: 3, name: 'Karin', until: 5_000 } }),
  me(),
]

test('Groups and ideas stand in the order that everybody sees', () => {
  const view = groupView(testRoom([...records, round('group')]))
  expect(view.groups.map(({ name }) => name)).toEqual(['Bomen', 'Bankjes'])
  expect(view.groups[1]?.ideas.map(({ text }) => text)).toEqual(['tafel', 'bank'])
  expect(view.inbox.map(({ text }) => text)).toEqual(['boom', 'vijver'])
  expect(view.inbox[1]?.move).toBeUndefined()
})

test('Who may help can move what nobody else holds, with the group it was seen in', () => {
  const room = testRoom([...records, round('group', { grouping_allowed: true })])
  const view = groupView(room)
  expect(view.inbox[0]).toMatchObject({ heldBy: 'Anna' })
  expect(view.inbox[0]?.move).toBeUndefined()
  expect(view.inbox[1]?.heldBy).toBeUndefined()
  void view.groups[1]?.ideas[0]?.move?.to(2)
  expect(room.send).toHaveBeenCalledWith('move_ideas', { ideas: [{ idea: 2, from: 1 }], to: 2, before: 0 })
})

test('Without a connection nothing can be moved', () => {
  const room = testRoom([...records, round('group', { grouping_allowed: true })])
  room.status.value = 'offline'
  const view = groupView(room)
  expect(view.offline).toBe(true)
  expect(view.inbox[1]?.move).toBeUndefined()
})
