import { type Candidate, candidateOf } from './candidate.ts'
import { groupsWithIdeas } from './groups-of.ts'
import { isWide, sceneHeight, type Source } from './source.ts'

/** So many groups a table takes on. */
export const choicesPerTable = 3
/** Titles fit beside their letters only up to so many tables. */
const tablesWithTitles = { wide: 6, narrow: 4 }
const groupsWithTitles = 12
const groupsLarge = 6
/** Of the width of the screen, and the height of the space below the heading in vh. */
const partOfWidth = 0.56
const heightOfTables = 72

export interface TableChoiceView {
  readonly tables: readonly { readonly table: number; readonly chosen: readonly Candidate[] }[]
  readonly columns: number
  readonly rows: number
  /** On the cards of the tables; letters only when there are many. */
  readonly titles: boolean
  /** Of a letter on such a card, in vh: three stand in a row. */
  readonly letterSize: number
  readonly chosen: readonly Candidate[]
  readonly open: readonly Candidate[]
  /** The same for the list of groups beside the tables. */
  readonly list: 'large titles' | 'titles' | 'letters'
  readonly groups: number
  /** People who sit at no table yet. */
  readonly seatless: number
}

export function tableChoiceView(source: Source, width: number): TableChoiceView {
  const people = source.all('person').value.filter((person) => person.state === 'in')
  const choices = source.all('table').value.filter(({ chosen }) => chosen.length > 0)
  const numbers = new Set([...choices.map(({ id }) => id), ...people.map(({ table }) => table)])
  numbers.delete(0)
  const tables = [...numbers]
    .sort((a, b) => a - b)
    .map((table) => ({
      table,
      chosen: (choices.find(({ id }) => id === table)?.chosen ?? []).map((id) => candidateOf(source, id)),
    }))
  const groups = groupsWithIdeas(source)
  const isChosen = (id: number) => choices.some(({ chosen }) => chosen.some((one) => one === id))
  const wide = isWide(width)
  const titles = tables.length <= tablesWithTitles[wide ? 'wide' : 'narrow']
  const columns = columnsFor(tables.length, wide)
  const rows = Math.max(1, Math.ceil(tables.length / columns))
  return {
    tables,
    columns,
    rows,
    titles,
    letterSize: titles ? 7.4 : letterSize(width, columns, rows),
    chosen: groups.filter(({ id }) => isChosen(id)),
    open: groups.filter(({ id }) => !isChosen(id)),
    list:
      groups.length > groupsWithTitles ? 'letters' : groups.length > groupsLarge ? 'titles' : 'large titles',
    groups: groups.length,
    seatless: people.filter(({ table }) => table === 0).length,
  }
}

/** As large as three beside each other in a card of this grid, under the name of the table. */
function letterSize(width: number, columns: number, rows: number): number {
  const across = (((width / sceneHeight) * 100 * partOfWidth) / columns - 7) / choicesPerTable
  const down = heightOfTables / rows - 11
  return Math.round(Math.min(across, down, 10) * 10) / 10
}

function columnsFor(tables: number, wide: boolean): number {
  if (tables <= 2) return 1
  if (tables <= 4) return 2
  return tables > 9 && wide ? 4 : 3
}
