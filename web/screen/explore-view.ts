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
  readonly pins: readonly ScreenPin[]
  readonly spots: readonly ScreenSpot[]
  readonly more: number
  /** Newest released photos. */
  readonly photos: readonly { readonly id: number; readonly alt: string }[]
}

const photosAtMost = 3

export function exploreView(source: Source): ExploreView {
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

  const room = photos.length > 0 ? 5 : 8
  const shown = spots.length > room ? spots.slice(0, room - 1) : spots
  return {
    ...(plan ? { plan } : {}),
    ideas: source.one('progress').value?.ideas ?? ideas.length,
    shared: source.one('round').value?.ideas_shared ?? false,
    pins,
    spots: shown,
    more: spots.length - shown.length,
    photos: photos.map(({ id, idea, description }) => ({
      id,
      alt: description || ideas.find((one) => one.id === idea)?.text || '',
    })),
  }
}
