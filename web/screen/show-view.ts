import { roundName } from '../shared/round-name.ts'
import { sceneHeight, type Source } from './source.ts'

/** Lines that fit above the plants, and in one column, at the sizes of show.css. */
const linesAbovePlants = 6
const linesInColumn = 9
const lettersInNarrowLine = 28
/** How wide a letter is, in units of a scene, at the size of the body. */
const letterWidth = 29

export interface ShowView {
  readonly title: string
  readonly text: string
  /** Short enough to leave room for what grows. */
  readonly short: boolean
  readonly columns: 1 | 2
}

/** What the round of now shows. Without words of its own it is called after its kind. */
export function showView(source: Source, width: number): ShowView {
  const round = source.one('round').value
  const now = source.one('agenda').value?.rounds.find(({ id }) => id === round?.round)
  const text = withoutGaps(now?.text ?? '')
  const lines = linesOf(text, Math.floor((width - 154) / letterWidth))
  const longest = Math.max(...text.split('\n').map((line) => line.length))
  return {
    title: roundName({ kind: 'show', title: now?.title ?? '' }),
    text,
    short: lines <= linesAbovePlants,
    // A list of short lines stands in two columns; sentences would only become narrow.
    columns: lines > linesInColumn && width > 1.5 * sceneHeight && longest <= lettersInNarrowLine ? 2 : 1,
  }
}

/** One empty line at most between two others. */
function withoutGaps(text: string): string {
  return text
    .trim()
    .replace(/[^\S\n]*\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

function linesOf(text: string, lettersInLine: number): number {
  if (text === '') return 0
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInLine)), 0)
}
