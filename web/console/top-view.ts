import type { GroupColor } from '../ui/draw/color.ts'
import { groupColor, type Picture, type Send } from './picture.ts'

export interface TopPlace {
  readonly id: number
  readonly place: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  readonly votes: number
  readonly shared: boolean
  readonly shown: boolean
}

export interface TopView {
  readonly size: number
  /** Best first. */
  readonly places: readonly TopPlace[]
  readonly nearMisses: readonly Omit<TopPlace, 'place' | 'shared' | 'shown'>[]
  /** The next to be shown, from the last place to the first. */
  readonly next?: { readonly place: number; readonly reveal: () => void }
}

/** Undefined while there is no result. */
export function topView(picture: Picture, send: Send): TopView | undefined {
  const top = picture.top
  if (!top) return undefined
  const entries = [...top.entries].sort((a, b) => a.place - b.place)
  const hidden = Math.max(0, entries.length - top.revealed)
  const nextEntry = entries[hidden - 1]
  const mayReveal = picture.session?.status !== 'ended' && picture.round?.kind === 'top5'
  return {
    size: top.size,
    places: entries.map((entry, i) => ({
      id: entry.candidate,
      place: entry.place,
      letter: entry.letter,
      color: groupColor(picture, entry.candidate),
      title: entry.title,
      votes: entry.votes,
      shared: entry.tied,
      shown: i >= hidden,
    })),
    nearMisses: top.near_misses.map((miss) => ({
      id: miss.candidate,
      letter: miss.letter,
      color: groupColor(picture, miss.candidate),
      title: miss.title,
      votes: miss.votes,
    })),
    ...(nextEntry && mayReveal
      ? { next: { place: nextEntry.place, reveal: () => void send('reveal_next', { seen: top.revealed }) } }
      : {}),
  }
}
