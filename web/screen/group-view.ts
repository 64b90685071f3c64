import { type GroupOfIdeas, groupsOf, type IdeaLine } from './groups-of.ts'
import type { Source } from './source.ts'

const bedsAtMost = 12

export interface GroupView {
  readonly beds: readonly GroupOfIdeas[]
  readonly columns: number
  readonly rows: number
  /** Room for headlines inside a bed; without room a twig shows how many ideas there are. */
  readonly roomForHeadlines: number
  /** More groups than beds: letter and name only. */
  readonly compact: boolean
  readonly ideas: number
  readonly loose: number
}

export function groupView(source: Source, width: number): GroupView {
  const ideas = source.all('idea').value.filter((idea) => idea.status === 'live')
  const beds = groupsOf(source)
  const { columns, rows } = bedGrid(beds.length, width)
  return {
    beds,
    columns,
    rows,
    roomForHeadlines: rows === 1 ? 8 : rows === 2 ? 2 : 0,
    compact: beds.length > bedsAtMost,
    ideas: ideas.length,
    loose: ideas.filter((idea) => idea.group === 0).length,
  }
}

/**
 * What stands in a bed under its title. In low beds there is room for two lines, or for one with its photo; what the title says
 * already is said again only with a photo.
 */
export function linesIn(bed: GroupOfIdeas, { rows, roomForHeadlines }: Pick<GroupView, 'rows' | 'roomForHeadlines'>): readonly IdeaLine[] {
  if (rows === 1) return bed.headlines.slice(0, roomForHeadlines)
  const pictured = rows === 2 ? bed.headlines.find(({ photo }) => photo) : undefined
  return pictured ? [pictured] : bed.headlines.filter(({ text }) => text !== bed.title).slice(0, roomForHeadlines)
}

/** Columns and rows of so many cards on a screen of this width. */
export function bedGrid(count: number, width: number): { columns: number; rows: number } {
  const wide = width > 1600
  if (count > bedsAtMost) {
    const columns = wide ? 3 : 2
    return { columns, rows: Math.ceil(count / columns) }
  }
  if (count <= (wide ? 4 : 3)) return { columns: Math.max(count, wide ? 3 : 2), rows: 1 }
  if (wide) return count <= 8 ? { columns: Math.ceil(count / 2), rows: 2 } : { columns: 4, rows: 3 }
  return { columns: 3, rows: Math.ceil(count / 3) }
}
