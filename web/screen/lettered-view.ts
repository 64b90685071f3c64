import { isWide } from './source.ts'

/** The lowest a line can be under a heading, in vh. */
const lowestLine = 5.2
export const listHeight = 73

export interface ListGrid {
  readonly columns: number
  readonly rows: number
  /** How many of the list can be read; more is counted. */
  readonly shown: number
}

/** A list of letters and titles under a heading, as large as its length allows; `long` lines want the whole width. */
export function listGrid(count: number, width: number, long = false): ListGrid {
  const wide = isWide(width)
  const most = Math.floor(listHeight / lowestLine)
  const columns = count <= (long ? most : 5) ? 1 : long ? (wide ? 2 : 1) : count <= 14 || !wide ? 2 : 3
  const rows = Math.min(Math.max(Math.ceil(count / columns), 4), most)
  const room = rows * columns
  return { columns, rows, shown: count > room ? room - 1 : count }
}
