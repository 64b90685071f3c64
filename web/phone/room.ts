import type { AgendaRecord, RoundRecord } from '../shared/generated/record.ts'
import type { SessionLink } from '../shared/session-link.ts'

/** What the views look at and act on. */
export type Room = Pick<
  SessionLink,
  | 'token'
  | 'records'
  | 'pending'
  | 'refused'
  | 'dismissRefused'
  | 'send'
  | 'status'
  | 'now'
  | 'person'
  | 'survivesReload'
  | 'storageFull'
  | 'away'
  | 'publicUrl'
  | 'hint'
  | 'dismissHint'
>

export type RoundKind = RoundRecord['kind']
export type Round = AgendaRecord['rounds'][number]

/** The first round after the current one that will be held. */
export function nextRound(agenda: AgendaRecord | undefined): Round | undefined {
  if (!agenda) return undefined
  const at = agenda.rounds.findIndex(({ id }) => id === agenda.current)
  return agenda.rounds.slice(at + 1).find(({ state }) => state !== 'skipped')
}

/** The groups that hold an idea of mine. */
export function groupsWithMine(room: Pick<Room, 'records'>): ReadonlySet<number> {
  const mine = room.records.all('my_idea').value
  return new Set(
    mine.filter(({ status, group }) => group > 0 && status !== 'withdrawn').map(({ group }) => group),
  )
}

/** Random-looking and always the same for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed >>> 0
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const order = [...items]
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(draw() * (i + 1))
    const kept = order[i] as T
    order[i] = order[j] as T
    order[j] = kept
  }
  return order
}
