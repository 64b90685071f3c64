import type { RoundRecord } from '../shared/generated/record.ts'
import type { Room, Round, RoundKind } from './room.ts'

export interface HeaderView {
  readonly round: number
  readonly kind: RoundKind
  /** Empty: the name of the kind. */
  readonly title: string
  readonly runoff: boolean
  /** 1 for the first. */
  readonly number: number
  readonly total: number
  readonly timer: RoundRecord['timer']
  /** A round that starts by itself soon. */
  readonly moving: { readonly round: Round; readonly at: number } | undefined
}

/** Where in the agenda we are; undefined before the server told. */
export function headerView(room: Room): HeaderView | undefined {
  const agenda = room.records.one('agenda').value
  const current = room.records.one('round').value
  if (!agenda || !current) return undefined

  const held = agenda.rounds.filter(({ state, id }) => state !== 'skipped' || id === agenda.current)
  const at = held.findIndex(({ id }) => id === agenda.current)
  const vote = room.records.one('vote').value
  const moving = agenda.moving && agenda.rounds.find(({ id }) => id === agenda.moving?.round)
  return {
    round: current.round,
    kind: current.kind,
    title: held[at]?.title ?? '',
    runoff: current.kind === 'tie' && vote?.runoff === true && vote.state === 'open',
    number: at + 1,
    total: held.length,
    timer: current.timer,
    moving: agenda.moving && moving ? { round: moving, at: agenda.moving.at } : undefined,
  }
}
