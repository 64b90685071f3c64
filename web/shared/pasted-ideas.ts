import { countGraphemes } from '../ui/graphemes.ts'

/** The server takes no more at once. */
export const linesMax = 100
const lineMax = 140

export interface PastedIdeas {
  /** One idea each, without what a list has in front of its lines. */
  readonly lines: readonly string[]
  /** Lines that are too long, by their number among `lines`. */
  readonly tooLong: readonly number[]
  readonly tooMany: boolean
  /** Said twice in the list; kept once. */
  readonly twice: number
}

/** What somebody pasted, as ideas: bullets and numbers at the beginning of lines go. */
export function pastedIdeas(text: string): PastedIdeas {
  const said = text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
  const lines = [...new Set(said)]
  return {
    lines,
    tooLong: lines.flatMap((line, i) => (countGraphemes(line) > lineMax ? [i + 1] : [])),
    tooMany: lines.length > linesMax,
    twice: said.length - lines.length,
  }
}
