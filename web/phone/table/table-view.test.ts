import { expect, test } from 'vitest'
import { group, idea, me, person, round, session, testRoom, waiting } from '../test-room.ts'
import { choiceView } from './choice-view.ts'
import { tableView } from './table-view.ts'

const seated = [
  session,
  me(),
  person(3, 'Karin', { table: 4 }),
  person(4, 'Anna', { table: 4 }),
  person(5, '', { table: 4 }),
  person(6, 'Bo', { table: 2 }),
  person(7, 'Weg', { table: 4, state: 'removed' }),
]

test('At my table sit the others who are in', () => {
  expect(tableView(testRoom(seated))).toMatchObject({ table: 4, mates: ['Anna'], nameless: 1, used: true })
})

test('A table that only this phone knows of counts already', () => {
  const room = testRoom(seated, [waiting('sit_at_table', { table: 2 })])
  expect(tableView(room)).toMatchObject({ table: 2, mates: ['Bo'] })
})

test('There are eight tables to choose from, or as many as are used', () => {
  const alone = testRoom([session, me(), person(3, 'Karin')])
  expect(tableView(alone)).toMatchObject({ table: 0, tables: 8, used: false, mates: [] })
  const far = testRoom([session, me(), person(3, 'Karin'), person(4, 'Anna', { table: 11 })])
  expect(tableView(far).tables).toBe(11)
  void tableView(far).sit(11)
  expect(far.send).toHaveBeenCalledWith('sit_at_table', { table: 11 })
})

const groups = [1, 2, 3, 4].flatMap((id) => [
  { ...group(id, `Groep ${id}`, 'ABCD'[id - 1] ?? ''), order: id },
  idea(id, `idee ${id}`, { group: id }),
])
const table = (id: number, chosen: [] | [number] | [number, number] | [number, number, number]) =>
  ({ type: 'table', id, chosen }) as const

test('A table chooses three at the most, and can take each back', () => {
  const records = [...seated, ...groups, round('table_choice'), table(4, [1, 2, 3]), table(2, [4, 1])]
  const room = testRoom(records)
  const view = choiceView(room)
  expect(view.chosen).toBe(3)
  expect(view.rows.map(({ chosen }) => chosen)).toEqual([true, true, true, false])
  expect(view.rows[3]?.choose).toBeUndefined()
  expect(view.rows.map(({ elsewhere }) => elsewhere)).toEqual([[2], [], [], [2]])
  void view.rows[0]?.unchoose?.()
  expect(room.send).toHaveBeenCalledWith('choose_for_table', { table: 4, group: 1, chosen: false })

  const swapped = choiceView(
    testRoom(records, [waiting('choose_for_table', { table: 4, group: 1, chosen: false })]),
  )
  expect(swapped).toMatchObject({ chosen: 2, kept: 1 })
  expect(swapped.rows[3]?.choose).toBeDefined()
})

test('Who sits nowhere can read the groups and choose none', () => {
  const view = choiceView(testRoom([session, me(), person(3, 'Karin'), ...groups, table(2, [4])]))
  expect(view.rows).toHaveLength(4)
  expect(view.rows.some(({ choose, unchoose }) => choose || unchoose)).toBe(false)
})
