import type { Colour, EntryOf } from '../../../shared/trajectory.ts'
import { all, type Dossier, first, type OneOf } from '../dossier-view.ts'

export type IdeaColumn = OneOf<'idea'>
export type CriterionRow = OneOf<'criterion'>
export type MarkCell = OneOf<'mark'>

/** The matrix: the first ideas of the session, those of the desk itself, and what somebody asked for or marked already. */
export interface MatrixView {
  readonly columns: readonly IdeaColumn[]
  /** The ideas that are not in it. */
  readonly others: readonly IdeaColumn[]
  readonly rows: readonly CriterionRow[]
  readonly mark: (idea: number, criterion: number) => MarkCell | undefined
}

export function matrixView(dossier: Dossier, asked: ReadonlySet<number>): MatrixView {
  const marks = new Map(all(dossier, 'mark').map((one) => [pair(one.entry.idea, one.entry.criterion), one]))
  const marked = new Set([...marks.values()].map(({ entry }) => entry.idea))
  const choice = first(dossier, 'choice')?.entry
  const isIn = ({ id, entry }: IdeaColumn) =>
    entry.place > 0 ||
    entry.session === '' ||
    marked.has(id) ||
    asked.has(id) ||
    id === choice?.idea ||
    id === choice?.combined_with
  const ideas = all(dossier, 'idea').sort(
    (one, other) => orderOf(one.entry) - orderOf(other.entry) || one.id - other.id,
  )
  return {
    columns: ideas.filter(isIn),
    others: ideas.filter((one) => !isIn(one)),
    rows: all(dossier, 'criterion'),
    mark: (idea, criterion) => marks.get(pair(idea, criterion)),
  }
}

function orderOf(idea: EntryOf<'idea'>): number {
  return idea.place || Number.MAX_SAFE_INTEGER
}
function pair(idea: number, criterion: number): string {
  return `${idea}-${criterion}`
}

/** The name of the form of a mark, whether there is one already or not. */
export function markForm(idea: number, criterion: number): string {
  return `mark-${pair(idea, criterion)}`
}

const worth: Record<Colour, number> = { green: 2, amber: 1, red: 0, open: 0 }

export interface Weighed {
  readonly idea: number
  /** Of what could be had on the criteria that are filled in, in percent. */
  readonly percent: number
  readonly filled: number
}

/** How the ideas do by weight, the best first: a help for who talks about it, which decides nothing. */
export function weighed(view: MatrixView): { readonly ideas: readonly Weighed[]; readonly counting: number } {
  const counting = view.rows.filter(({ entry }) => entry.weight > 0)
  const ideas = view.columns.map(({ id }) => {
    let got = 0
    let most = 0
    let filled = 0
    for (const row of counting) {
      const colour = view.mark(id, row.id)?.entry.colour ?? 'open'
      if (colour === 'open') continue
      filled += 1
      got += row.entry.weight * worth[colour]
      most += row.entry.weight * worth.green
    }
    return { idea: id, percent: most === 0 ? 0 : Math.round((100 * got) / most), filled }
  })
  return { ideas: ideas.sort((one, other) => other.percent - one.percent), counting: counting.length }
}

/** Whether it was said before anything was filled in, as far as what stands there tells. */
export function saidFirst(dossier: Dossier): boolean {
  const decider = first(dossier, 'decider')
  return decider !== undefined && all(dossier, 'mark').every((mark) => mark.version > decider.version)
}

/** "B: een pauzeplek buiten"; without a letter only the name. */
export function ideaTitle(idea: EntryOf<'idea'>): string {
  return idea.letter ? `${idea.letter}: ${lowered(idea.name)}` : idea.name
}
/** A name within a sentence, unless it begins with an abbreviation. */
function lowered(name: string): string {
  return /^\p{Lu}(\p{Ll}|\s)/u.test(name) && !/^\p{Lu}\S*\p{Lu}/u.test(name)
    ? name[0]?.toLowerCase() + name.slice(1)
    : name
}
