import { wobble } from '../ui/draw/plant.ts'
import { ground, type Source } from './source.ts'

/** The last seconds before a vote closes, in which the sun counts. */
const countdownMs = 10_000

export interface VoteStem {
  readonly x: number
  readonly height: number
  readonly variant: number
}

export interface VoteView {
  readonly runoff: boolean
  readonly open: boolean
  readonly voted: number
  readonly seats: number
  readonly votesPerPerson: number
  readonly votesPerCandidate: number
  readonly stems: readonly VoteStem[]
  readonly emptyAt: readonly number[]
  /** Whole seconds, in the last ten only. */
  readonly closesIn?: number
}

/** Undefined while no vote was ever opened. Never holds who voted, nor for what. */
export function voteView(source: Source, width: number, now: number): VoteView | undefined {
  const vote = source.one('vote').value
  if (!vote) return undefined

  const { left, right } = ground(width)
  const slots = Math.max(vote.seats, vote.voted, 1)
  const step = Math.min((right - left - 30) / slots, 130)
  const middles = Array.from({ length: slots }, (_, i) => Math.round(left + 15 + (i + 0.5) * step))
  const leftMs = vote.closes_at === null ? undefined : vote.closes_at - now
  return {
    runoff: vote.runoff,
    open: vote.state === 'open',
    voted: vote.voted,
    seats: vote.seats,
    votesPerPerson: vote.votes_per_person,
    votesPerCandidate: vote.votes_per_candidate,
    stems: middles.slice(0, vote.voted).map((x, i) => ({
      x,
      height: Math.round(278 + wobble(i * 3 + 2) * 58),
      variant: i,
    })),
    emptyAt: middles.slice(vote.voted),
    closesIn:
      vote.state === 'open' && leftMs !== undefined && leftMs <= countdownMs
        ? Math.max(0, Math.ceil(leftMs / 1000))
        : undefined,
  }
}
