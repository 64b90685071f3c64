import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { tableChoiceView } from './table-choice-view.ts'
import { filledGroups, people, recordsOf } from './records-of.ts'

const wide = 1920
const narrow = 1440

describe('What tables choose', () => {
  const table = (id: number, ...chosen: number[]) => ({ type: 'table', id, chosen }) as ServerRecord
  const seated = (count: number, tables: number) =>
    people(count).map(
      (person, i) => ({ ...person, table: tables === 0 ? 0 : (i % tables) + 1 }) as ServerRecord,
    )

  it('stands by table, and each group is in as soon as one table took it', () => {
    const view = tableChoiceView(
      recordsOf([...filledGroups(4), ...seated(6, 3), table(1, 2, 1), table(2, 2)]),
      wide,
    )
    expect(view.tables.map(({ table, chosen }) => [table, chosen.map(({ letter }) => letter)])).toEqual([
      [1, ['B', 'A']],
      [2, ['B']],
      [3, []],
    ])
    expect(view.chosen.map(({ letter }) => letter)).toEqual(['A', 'B'])
    expect(view.open.map(({ letter }) => letter)).toEqual(['C', 'D'])
  })

  it('knows who has no table yet, and a table that only its choice is left of', () => {
    const view = tableChoiceView(recordsOf([...filledGroups(4), ...seated(6, 0), table(7, 1)]), wide)
    expect(view.seatless).toBe(6)
    expect(view.tables.map(({ table }) => table)).toEqual([7])
  })

  it('has letters of a readable size in every card, up to twelve tables', () => {
    for (const width of [wide, narrow])
      for (let tables = 1; tables <= 12; ++tables) {
        const view = tableChoiceView(recordsOf([...filledGroups(12), ...seated(24, tables)]), width)
        expect(view.columns * view.rows).toBeGreaterThanOrEqual(tables)
        expect(view.letterSize).toBeGreaterThanOrEqual(5.5)
      }
  })

  it('lists titles up to twelve groups, and letters from there on', () => {
    expect(tableChoiceView(recordsOf(filledGroups(12)), wide).list).toBe('titles')
    expect(tableChoiceView(recordsOf(filledGroups(13)), wide).list).toBe('letters')
  })
})
