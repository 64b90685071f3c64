import type { GroupColor } from '../ui/draw/color.ts'
import { groupsWithIdeas, groupTitle, peopleInside, personName, type Picture, type Send } from './picture.ts'

export const tablesMax = 12
export const choicesMax = 3

export interface Choice {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
}

export interface Seated {
  readonly id: number
  readonly name: string
  readonly table: number
}

export interface TableView {
  readonly number: number
  readonly people: readonly Seated[]
  readonly chosen: readonly Choice[]
}

export interface TablesView {
  readonly tables: readonly TableView[]
  readonly standing: readonly Seated[]
  readonly choices: readonly Choice[]
  /** Ideas that nobody chose. */
  readonly left: number
  readonly suggested: number
  readonly seat: (person: number, table: number) => void
  readonly deal: (tables: number) => Promise<boolean>
  /** Absent outside the round in which tables choose. */
  readonly choose?: (table: number, group: number, chosen: boolean) => void
  /** Absent before a table has chosen. */
  readonly keep?: () => Promise<boolean>
}

export function tablesView(picture: Picture, send: Send): TablesView {
  const seated = peopleInside(picture).map((person) => ({
    id: person.id,
    name: personName(person),
    table: person.table,
  }))
  const choices = groupsWithIdeas(picture).map(({ id, letter, color }) => ({
    id,
    letter,
    color,
    title: groupTitle(picture, id),
  }))
  const chosenBy = new Map(picture.tables.map((table) => [table.id, table.chosen]))
  const numbers = new Set([...seated.map((one) => one.table), ...chosenBy.keys()])
  numbers.delete(0)
  const chosen = new Set([...chosenBy.values()].flat())
  const choosing = picture.round?.kind === 'table_choice'
  const left = picture.ideas.filter((idea) => idea.status === 'live' && !chosen.has(idea.group)).length
  return {
    tables: [...numbers]
      .sort((a, b) => a - b)
      .map((number) => ({
        number,
        people: seated.filter((one) => one.table === number),
        chosen: (chosenBy.get(number) ?? []).flatMap((id) => choices.filter((choice) => choice.id === id)),
      })),
    standing: seated.filter((one) => one.table === 0),
    choices,
    left,
    suggested:
      numbers.size > 0
        ? Math.max(...numbers)
        : Math.min(tablesMax, Math.max(1, Math.round(seated.length / 5))),
    seat: (person, table) => void send('seat_person', { person, table }),
    deal: async (tables) => (await send('deal_tables', { tables })).ok,
    ...(choosing
      ? {
          choose: (table: number, group: number, on: boolean) =>
            void send('choose_for_table', { table, group, chosen: on }),
        }
      : {}),
    ...(choosing && choices.some((choice) => chosen.has(choice.id)) && left > 0
      ? { keep: async () => (await send('keep_chosen', {})).ok }
      : {}),
  }
}
