import type { GroupRecord, TopRecord } from '../../shared/generated/record.ts'
import { groupsWithMine, type Room } from '../room.ts'

export interface ResultEntry {
  readonly candidate: number
  readonly place: number
  readonly letter: string
  readonly color: GroupRecord['color']
  readonly title: string
  readonly votes: number
  readonly tied: boolean
  readonly own: boolean
}

export interface ResultView {
  readonly size: number
  /** How many places are known. */
  readonly open: number
  /** From the first place down; a place that is still secret is undefined. */
  readonly places: readonly (ResultEntry | undefined)[]
  readonly nearMisses: readonly Omit<ResultEntry, 'place' | 'tied'>[]
  readonly decidedBy: TopRecord['decided_by']
}

/** The frozen top as far as it is revealed; undefined before there is one. */
export function resultView(room: Pick<Room, 'records'>): ResultView | undefined {
  const top = room.records.one('top').value
  if (!top) return undefined
  const own = groupsWithMine(room)
  const color = (candidate: number) => room.records.one('group', candidate).value?.color ?? 'moss'
  const entries = [...top.entries]
    .sort((a, b) => a.place - b.place || a.letter.localeCompare(b.letter))
    .map((entry) => ({ ...entry, color: color(entry.candidate), own: own.has(entry.candidate) }))

  // Revealed from the last place up, so what is known stands at the end.
  const size = Math.max(top.size, entries.length)
  const secret: undefined[] = Array.from({ length: size - entries.length })
  return {
    size,
    open: entries.length,
    places: [...secret, ...entries],
    nearMisses: top.near_misses.map((miss) => ({
      ...miss,
      color: color(miss.candidate),
      own: own.has(miss.candidate),
    })),
    decidedBy: top.decided_by,
  }
}
