import { type Candidate, candidateOf } from './candidate.ts'
import { ground, type Source } from './source.ts'

export interface TopSlot {
  /** Under the ground; a place that is not revealed has its number by position. */
  readonly place: number
  readonly x: number
  readonly width: number
  /** Follows the place and never the tally, so that a closed bud gives nothing away. */
  readonly height: number
  readonly entry?: Candidate & { votes: number; shared: boolean; justOpened: boolean }
}

export interface NearMiss {
  readonly letter: string
  readonly title: string
  readonly votes: number
}

export interface Top5View {
  readonly size: number
  /** From the last place at the left to the first at the right. */
  readonly slots: readonly TopSlot[]
  readonly lastOpened?: number
  readonly sharedPlace: boolean
  readonly complete: boolean
  readonly nearMisses: readonly NearMiss[]
  readonly decidedBy?: 'widen' | 'run_off' | 'merge' | 'draw'
  readonly seed: string
  /** Where the stems stand: higher when near misses need a line or two below the numbers. */
  readonly ground: number
}

const lowest = 96

export function top5View(source: Source, width: number): Top5View {
  const top = source.one('top').value
  const size = top?.size ?? 5
  const entries = [...(top?.entries ?? [])].sort((a, b) => b.place - a.place || a.candidate - b.candidate)
  const count = Math.max(size, entries.length)
  const hidden = count - entries.length
  const lastOpened = entries.length > 0 ? Math.min(...entries.map((entry) => entry.place)) : undefined

  const { left, right } = ground(width)
  const wide = width > 1600
  const activeWeight = wide ? 1.9 : 1.75
  const nearMisses = top?.near_misses.map(({ letter, title, votes }) => ({ letter, title, votes })) ?? []
  const groundY = groundFor(nearMisses, width)
  // On a narrow screen words take more lines, so that the sky has to be higher.
  const highest = groundY - (wide ? 588 : 640)
  const weights = Array.from({ length: count }, (_, i) =>
    entries[i]?.place !== undefined && entries[i]?.place === lastOpened ? activeWeight : 1,
  )
  const unit = (right - left) / weights.reduce((sum, weight) => sum + weight, 0)
  // Who shares a place stands as high.
  const places = entries.map(({ place }) => place)
  const level = (i: number) => (i < places.length ? places.lastIndexOf(places[i] ?? 0) : i)
  let x = left
  const slots = weights.map((weight, i): TopSlot => {
    const entry = entries[i]
    const slot: TopSlot = {
      place: entry?.place ?? count - i,
      x: Math.round(x + (weight * unit) / 2),
      width: Math.round(weight * unit),
      height: Math.round(count === 1 ? highest : lowest + ((highest - lowest) * level(i)) / (count - 1)),
      entry: entry && {
        ...candidateOf(source, entry.candidate),
        letter: entry.letter,
        title: entry.title,
        votes: entry.votes,
        shared: entry.tied,
        justOpened: entry.place === lastOpened,
      },
    }
    x += weight * unit
    return slot
  })
  return {
    size,
    slots,
    lastOpened,
    sharedPlace: entries.filter((entry) => entry.place === lastOpened).length > 1,
    complete: top !== undefined && hidden === 0,
    nearMisses,
    ground: groundY,
    decidedBy: top?.decided_by ?? undefined,
    seed: top?.seed ?? '',
  }
}

function groundFor(nearMisses: readonly NearMiss[], width: number): number {
  if (nearMisses.length === 0) return 930
  const letters = nearMisses.reduce((sum, miss) => sum + miss.title.length + 15, 10)
  return letters * 19 > width - 154 ? 830 : 872
}
