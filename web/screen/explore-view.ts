import type { GroupColor } from '../ui/draw/color.ts'
import type { Source } from './source.ts'

export interface ScreenPin {
  readonly id: number
  readonly mark: string
  readonly color?: GroupColor
  readonly x: number
  readonly y: number
}

/** A line of the list beside the plan: a group with pins, or an idea without a group. */
export interface ScreenSpot {
  readonly key: string
  readonly mark: string
  readonly color?: GroupColor
  readonly title: string
}

export interface ExploreView {
  readonly plan?: { readonly picture: number; readonly width: number; readonly height: number }
  /** Ideas so far; all that is told while everybody writes silently. */
  readonly ideas: number
  readonly shared: boolean
  /** Everybody walks now; else the plan was put there by hand. */
  readonly walking: boolean
  readonly pins: readonly ScreenPin[]
  /** Those of the page that is open now. */
  readonly spots: readonly ScreenSpot[]
  /** Counted from 1; absent when all lines stand there at once. */
  readonly page?: { readonly open: number; readonly of: number }
  /** Newest released photos. */
  readonly photos: readonly { readonly id: number; readonly alt: string }[]
}

const photosAtMost = 3

/** Lines that fit beside the plan: all there are, or those of a page, of two rows each, with its number below. */
const room = { whole: 8, page: 6, wholeWithPhotos: 5, pageWithPhotos: 4 }

/** How long a page of the list stays, in ms: six lines are read in that time. */
const pageMs = 10_000

/** `now`: ms, of any clock that goes on; it says which page is open. */
export function exploreView(source: Source, now = 0): ExploreView {
  const plan = source.one('plan').value
  const ideas = source.all('idea').value.filter((idea) => idea.status === 'live')
  const groups = source.all('group').value
  const photos = [...source.all('photo').value].reverse().slice(0, photosAtMost)
  const letterOf = (group: number) => groups.find((one) => one.id === group)
  const placed = ideas.filter(({ place }) => place)

  const pins = placed.map(({ id, group, place }): ScreenPin => {
    const letter = letterOf(group)
    return {
      id,
      mark: letter?.letter ?? String(id),
      ...(letter ? { color: letter.color } : {}),
      x: place?.x ?? 0,
      y: place?.y ?? 0,
    }
  })
  const spots: ScreenSpot[] = [...groups]
    .sort((a, b) => a.order - b.order || a.id - b.id)
    .filter(({ id }) => placed.some(({ group }) => group === id))
    .map(({ id, letter, color, name }) => ({ key: `g${id}`, mark: letter, color, title: name }))
  for (const { id, text } of placed.filter(({ group }) => !letterOf(group)).reverse())
    spots.push({ key: `i${id}`, mark: String(id), title: text })

  const whole = photos.length > 0 ? room.wholeWithPhotos : room.whole
  const pages = spots.length > whole ? pagesOf(spots, photos.length > 0 ? room.pageWithPhotos : room.page) : [spots]
  const open = Math.floor(now / pageMs) % pages.length
  return {
    ...(plan ? { plan } : {}),
    ideas: source.one('progress').value?.ideas ?? ideas.length,
    shared: source.one('round').value?.ideas_shared ?? false,
    walking: source.one('round').value?.kind === 'explore',
    pins,
    spots: pages[open] ?? [],
    ...(pages.length > 1 ? { page: { open: open + 1, of: pages.length } } : {}),
    photos: photos.map(({ id, idea, description }) => ({
      id,
      alt: description || ideas.find((one) => one.id === idea)?.text || '',
    })),
  }
}

/** As many pages as it takes, all about equally long. */
function pagesOf<T>(items: readonly T[], most: number): readonly T[][] {
  const count = Math.ceil(items.length / most)
  const start = (page: number) => Math.round((page * items.length) / count)
  return Array.from({ length: count }, (_, page) => items.slice(start(page), start(page + 1)))
}
