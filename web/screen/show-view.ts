import type { RoundRecord } from '../shared/generated/record.ts'
import { roundName } from '../shared/round-name.ts'
import { sceneHeight, type Source } from './source.ts'

/** Lines that fit above the plants, and in a column, at the sizes of show.css. */
const linesAbovePlants = 6
const linesInColumn = 12
const columnsMax = 4
/** In units of a scene: the width of a letter at the size of the body, at the smallest, and what is left free beside text. */
const letterWidth = 29
const letterWidthMin = 20
const margins = 154
const gap = 60

export interface ShowView {
  readonly title: string
  readonly text: string
  /** Short enough to leave room for what grows. */
  readonly short: boolean
  /** More than one for a list of short lines; sentences would only become narrow. */
  readonly columns: number
  /** The largest size of the text, in vh. */
  readonly sizeMax: number
}

export type ShowPage = NonNullable<RoundRecord['show']>['pages'][number]

export type PictureOfShow = ShowPage & {
  readonly alt: string
  /** Larger under the corner of the late comer than beside it. */
  readonly wide: boolean
}

/** The page that is turned to; undefined for the words of the round. A photo that is not shown (any more) has no picture. */
export function shownPage(source: Source): PictureOfShow | undefined {
  const show = source.one('round').value?.show
  const page = show?.pages[show.page - 1]
  if (!page) return undefined
  if (page.kind !== 'photo') return { ...page, alt: page.text, wide: isWide(page) }
  const photo = source.one('photo', page.picture).value
  return {
    ...page,
    picture: photo ? page.picture : 0,
    alt: photo?.description ?? '',
    wide: isWide(photo ?? page),
  }
}

function isWide({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return height > 0 && width / height > 1.5
}

/** What the round of now shows. Without words of its own it is called after its kind. */
export function showView(source: Source, width: number): ShowView {
  const round = source.one('round').value
  const now = source.one('agenda').value?.rounds.find(({ id }) => id === round?.round)
  const text = withoutGaps(now?.text ?? '')
  const lines = text === '' ? [] : text.split('\n')
  const lettersInLine = Math.floor((width - margins) / letterWidth)
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInLine)), 0)
  const longest = Math.max(...lines.map((line) => line.length), 1)
  const columns = Math.max(
    1,
    Math.min(Math.ceil(rows / linesInColumn), columnsFor(longest, width), columnsMax),
  )
  const short = rows <= linesAbovePlants
  return {
    title: roundName({ kind: 'show', title: now?.title ?? '' }),
    text,
    short,
    columns,
    sizeMax: short ? 7.4 : columns === 1 ? 6 : sizeFor(longest, columnWidth(columns, width)),
  }
}

/** How many columns are wide enough for every line to stay one. */
function columnsFor(longest: number, width: number): number {
  return Math.floor((width - margins + gap) / (longest * letterWidthMin + gap))
}

function columnWidth(columns: number, width: number): number {
  return (width - margins - gap * (columns - 1)) / columns
}

/** The size, in vh, at which so many letters fill a line of this width; a letter is half as wide as it is high. */
function sizeFor(letters: number, lineWidth: number): number {
  const size = (lineWidth / letters / 0.53 / sceneHeight) * 100
  return Math.min(6, Math.max(3.75, Math.floor(size * 4) / 4))
}

/** One empty line at most between two others. */
function withoutGaps(text: string): string {
  return text
    .trim()
    .replace(/[^\S\n]*\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}
