import { wobble } from '../ui/draw/plant.ts'
import { type IdeaPhoto, photoOf } from './photo-of.ts'
import { ground, type Source } from './source.ts'

const cardsAtMost = 12

export interface Seed {
  readonly x: number
  readonly y: number
  readonly turn: number
  readonly size: number
}

export interface IdeaCard {
  readonly id: number
  readonly text: string
  /** Its line in another language. */
  readonly beside?: { readonly language: string; readonly text: string }
  readonly photo?: IdeaPhoto
}

export interface Frame {
  readonly within: string
  readonly money: string
  readonly place: string
}

export type IdeasView =
  | {
      readonly shared: false
      readonly question: string
      readonly frame: Frame
      readonly ideas: number
      readonly writers: number
      readonly seeds: readonly Seed[]
    }
  | {
      readonly shared: true
      readonly question: string
      readonly ideas: number
      /** The newest first, column by column. */
      readonly columns: readonly (readonly IdeaCard[])[]
      readonly headlines: readonly IdeaCard[]
      /** Ideas that are neither a card nor a headline. */
      readonly more: number
    }

export function ideasView(source: Source, width: number): IdeasView {
  const session = source.one('session').value
  const progress = source.one('progress').value
  const question = session?.question ?? ''
  if (!source.one('round').value?.ideas_shared) {
    const ideas = progress?.ideas ?? 0
    return {
      shared: false,
      question,
      frame: { within: session?.within ?? '', money: session?.money ?? '', place: session?.place ?? '' },
      ideas,
      writers: progress?.writers ?? 0,
      seeds: placeSeeds(ideas, width),
    }
  }

  return { ...sharedIdeas(source, width), question }
}

/** The newest as cards, earlier ones as headlines. */
export function sharedIdeas(source: Source, width: number): Omit<Extract<IdeasView, { shared: true }>, 'question'> {
  // Played back, what has been erased since has no words.
  const live = source.all('idea').value.filter((idea) => idea.status === 'live' && idea.text)
  const newest = [...live].reverse().map(({ id, text, translation }): IdeaCard => {
    const photo = photoOf(source, id)
    return {
      id,
      text,
      ...(translation ? { beside: translation } : {}),
      ...(photo ? { photo } : {}),
    }
  })
  const { columns, placed } = fillColumns(newest, width)
  const rest = newest.slice(placed)
  const headlines = rest.slice(0, rest.length > headlinesAtMost ? headlinesAtMost - 1 : headlinesAtMost)
  return {
    shared: true,
    ideas: live.length,
    columns,
    headlines,
    more: rest.length - headlines.length,
  }
}

/** Seeds lie in rows under the ground, to the right of the number; the last one to arrive is larger. */
export function placeSeeds(count: number, width: number): Seed[] {
  const { right } = ground(width)
  const left = Math.round(width * 0.46)
  const rows = count > 45 ? 4 : 3
  const perRow = Math.max(12, Math.ceil(count / rows))
  const step = (right - 20 - left) / perRow
  const size = Math.min(1.9, step / 24)
  const top = rows === 4 ? 838 : 850
  const rowStep = rows === 4 ? 48 : 60
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / perRow)
    const column = i % perRow
    return {
      x: Math.round(left + (column + 0.5 + (row % 2 ? 0.4 : 0) + wobble(i * 3) * 0.16) * step),
      y: Math.round(top + row * rowStep + wobble(i * 5 + 2) * 6),
      turn: Math.round(wobble(i * 7 + 1) * 55),
      size: i === count - 1 ? size * 1.5 : size,
    }
  })
}

const headlinesAtMost = 12

/** Heights in vh of what stands under the heading; the styles keep to the same figures. */
const columnHeight = 73.4
const cardGap = 1.8
const cardPadding = 3.6
const lineHeight = 5.35
const photoHeight = 21

/** Fills the columns with as many of the newest ideas as there is room for, twelve at the most. */
function fillColumns(ideas: readonly IdeaCard[], width: number): { columns: IdeaCard[][]; placed: number } {
  const wide = width > 1600
  const columnCount = wide ? 3 : 2
  // When not all fit, a column of headlines stands beside them and the cards are narrower.
  const all = fill(ideas, columnCount, wide ? 19 : 23)
  return all.placed === ideas.length ? all : fill(ideas, columnCount, wide ? 14 : 15)
}

function fill(
  ideas: readonly IdeaCard[],
  columnCount: number,
  lettersPerLine: number,
): { columns: IdeaCard[][]; placed: number } {
  const columns: IdeaCard[][] = Array.from({ length: columnCount }, () => [])
  const heights = columns.map(() => 0)
  let placed = 0
  for (const idea of ideas.slice(0, cardsAtMost)) {
    const lines = linesOf(idea.text, lettersPerLine) + (idea.beside ? linesOf(idea.beside.text, lettersPerLine) : 0)
    const height = lines * lineHeight + cardPadding + (idea.photo ? photoHeight : 0)
    const shortest = heights.indexOf(Math.min(...heights))
    const filled = (heights[shortest] as number) + (heights[shortest] === 0 ? 0 : cardGap) + height
    if (filled > columnHeight) break
    heights[shortest] = filled
    columns[shortest]?.push(idea)
    placed += 1
  }
  return { columns, placed }
}

/** How many lines a text takes when words are not broken, longer ones excepted. */
export function linesOf(text: string, lettersPerLine: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > lettersPerLine) {
      lines += 1
      used = 0
    }
    used += (used > 0 ? 1 : 0) + word.length
    while (used > lettersPerLine) {
      lines += 1
      used -= lettersPerLine
    }
  }
  return lines
}
