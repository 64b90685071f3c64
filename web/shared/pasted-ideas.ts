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
  // In other capitals it is the same idea; as it was written first it stays.
  const firsts = new Map<string, string>()
  for (const line of said) if (!firsts.has(line.toLowerCase())) firsts.set(line.toLowerCase(), line)
  const lines = [...firsts.values()]
  return {
    lines,
    tooLong: lines.flatMap((line, i) => (countGraphemes(line) > lineMax ? [i + 1] : [])),
    tooMany: lines.length > linesMax,
    twice: said.length - lines.length,
  }
}
