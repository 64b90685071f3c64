import type { GroupColor } from '../ui/draw/color.ts'
import type { Picture } from './picture.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

export interface Spot {
  readonly id: number
  readonly mark: string
  readonly color?: GroupColor
  readonly text: string
  readonly place?: Place
}

/** Live ideas, those with a pin first; a group gives its letter and color. */
export function spotsView(picture: Picture): readonly Spot[] {
  return picture.ideas
    .filter(({ status }) => status === 'live')
    .map(({ id, text, group, place }): Spot => {
      const letter = picture.groups.find((one) => one.id === group)
      return {
        id,
        text,
        mark: letter?.letter ?? String(id),
        ...(letter ? { color: letter.color } : {}),
        ...(place ? { place } : {}),
      }
    })
    .sort((a, b) => Number(!a.place) - Number(!b.place) || b.id - a.id)
}
