import type { ProposalRecord } from '../../shared/generated/record.ts'
import type { Outcome } from '../../shared/session-link.ts'
import { type Group, groupOf, proposalOf } from '../groups.ts'
import { type Room, shuffled } from '../room.ts'

export interface VoteRow extends Group {
  /** What the group became, where somebody sharpened it. */
  readonly proposal: ProposalRecord | undefined
  readonly votes: number
  /** Absent when this person has no vote left to give to it. */
  readonly choose?: () => Promise<Outcome>
  /** Absent when there is none to take back. */
  readonly unchoose?: () => Promise<Outcome>
}

export interface VoteView {
  /** Of what stands on the list. */
  readonly language: string
  readonly state: 'none' | 'open' | 'closed'
  readonly runoff: boolean
  readonly perPerson: number
  readonly perCandidate: number
  readonly left: number
  /** Votes that wait on this phone for a connection. */
  readonly kept: number
  /** Server time at which it closes, while it counts down. */
  readonly closesAt: number | undefined
  readonly tie: { readonly tied: number; readonly free: number } | undefined
  readonly rows: readonly VoteRow[]
}

export function voteView(room: Room): VoteView {
  const { records } = room
  const vote = records.one('vote').value
  const me = records.one('me').value
  const tie = records.one('tie').value
  const language = records.one('session').value?.language ?? 'nl'
  if (!vote) {
    return {
      language,
      state: 'none',
      runoff: false,
      perPerson: 0,
      perCandidate: 1,
      left: 0,
      kept: 0,
      closesAt: undefined,
      tie: undefined,
      rows: [],
    }
  }

  const given = new Map<number, number>(me?.votes.map(({ candidate, votes }) => [candidate, votes]))
  let kept = 0
  for (const command of room.pending.value) {
    if (command.op !== 'cast_vote' && command.op !== 'retract_vote') continue
    const { candidate } = command.args
    const change = command.op === 'cast_vote' ? 1 : -1
    given.set(candidate, Math.max(0, (given.get(candidate) ?? 0) + change))
    if (command.state === 'kept') kept += 1
  }
  const spent = vote.candidates.reduce((sum, candidate) => sum + (given.get(candidate) ?? 0), 0)
  const left = Math.max(0, vote.votes_per_person - spent)
  const open = vote.state === 'open'

  const row = (candidate: number): VoteRow => {
    const votes = given.get(candidate) ?? 0
    return {
      ...groupOf(room, candidate),
      proposal: proposalOf(room, candidate),
      votes,
      ...(open && left > 0 && votes < vote.votes_per_candidate
        ? { choose: () => room.send('cast_vote', { candidate }) }
        : {}),
      ...(open && votes > 0 ? { unchoose: () => room.send('retract_vote', { candidate }) } : {}),
    }
  }

  // Everybody gets another order, so that the first on the list wins nothing by standing there.
  const person = me?.person ?? room.person.value ?? 0
  const order = shuffled(
    [...vote.candidates].sort((a, b) => a - b),
    person * 7919 + vote.vote,
  )
  return {
    language,
    state: vote.state,
    runoff: vote.runoff,
    perPerson: vote.votes_per_person,
    perCandidate: vote.votes_per_candidate,
    left,
    kept,
    closesAt: open && vote.closes_at !== null ? vote.closes_at : undefined,
    tie: vote.runoff && tie ? { tied: tie.tied.length, free: tie.free } : undefined,
    rows: order.map(row),
  }
}
