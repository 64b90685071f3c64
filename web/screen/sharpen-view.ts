import type { ProposalRecord } from '../shared/generated/record.ts'
import type { Candidate } from './candidate.ts'
import { bedGrid } from './group-view.ts'
import { groupsWithIdeas } from './groups-of.ts'
import { isWide, type Source } from './source.ts'

export type Fits = ProposalRecord['in_time']

export interface Sharpened extends Candidate {
  readonly what: string
  readonly where: string
  readonly whom: string
  readonly inTime: Fits
  readonly inMoney: Fits
  /** Who works on it; empty when nobody does. */
  readonly name: string
}

export interface SharpenView {
  /** With words, as cards. */
  readonly written: readonly Sharpened[]
  /** Without words yet, as headlines. */
  readonly empty: readonly Sharpened[]
  readonly columns: number
  readonly rows: number
  readonly emptyColumns: number
  readonly emptyRows: number
  /** More proposals than cards: everything is a headline. */
  readonly compact: boolean
}

/** What became of each group. A headline turns into a card with its first word. */
export function sharpenView(source: Source, width: number): SharpenView {
  const all = groupsWithIdeas(source).map((group): Sharpened => {
    const proposal = source.one('proposal', group.id).value
    return {
      id: group.id,
      letter: group.letter,
      color: group.color,
      title: group.title,
      what: proposal?.what ?? '',
      where: proposal?.where ?? '',
      whom: proposal?.whom ?? '',
      inTime: proposal?.in_time ?? 'unknown',
      inMoney: proposal?.in_money ?? 'unknown',
      name: proposal?.name ?? '',
    }
  })
  const hasWords = (one: Sharpened) => one.what !== '' || one.where !== '' || one.whom !== ''
  const written = all.filter(hasWords)
  const empty = all.filter((one) => !hasWords(one))
  const grid = bedGrid(written.length, width)
  const wide = isWide(width)
  const emptyColumns = wide ? 3 : 2
  return {
    written,
    empty,
    columns: grid.rows === 1 ? Math.max(1, written.length) : grid.columns,
    rows: grid.rows,
    emptyColumns,
    emptyRows: Math.ceil(empty.length / emptyColumns),
    compact: written.length > (wide ? 12 : 9) || empty.length > 12,
  }
}
