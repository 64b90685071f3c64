import type { GroupColor } from '../ui/draw/color.ts'
import { t } from '../text/console.ts'
import {
  groupColor,
  groupLetter,
  groupTitle,
  isOnPaper,
  listedShort,
  openTie,
  personName,
  peopleInside,
  type Picture,
  type Send,
} from './picture.ts'
import { isUnfit } from './sharpen-view.ts'
import { secondsLeft } from './times.ts'

export interface VoterSeat {
  readonly id: number
  readonly name: string
  readonly state: 'done' | 'busy' | 'gone'
  readonly note: string
  /** 0 to 1, of the votes that this person has. */
  readonly growth: number
}

export interface Ranked {
  readonly id: number
  readonly place: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  readonly votes: number
  readonly tied: boolean
  /** Its proposal says that it does not fit within a year or the money. */
  readonly unfit: boolean
}

interface Rules {
  readonly perPerson: number
  readonly perCandidate: number
  readonly line: string
  /** Absent once the first vote is cast. */
  readonly set?: (perPerson: number, perCandidate: number) => void
}

export type VoteView =
  | { readonly state: 'none' }
  | {
      readonly state: 'open'
      readonly runoff: boolean
      readonly sentence: string
      readonly seats: readonly VoterSeat[]
      readonly rules: Rules
      readonly candidates: number
      /** The letters of what does not fit within a year or the money. */
      readonly unfit: readonly string[]
      readonly doubts: readonly string[]
      /** Somebody has voted. */
      readonly begun: boolean
      /** Under 80 % of the seats have voted. */
      readonly few: boolean
      readonly closing?: {
        readonly seconds: number
        readonly keepOpen: () => void
        readonly closeNow: () => void
      }
      /** With a reason, where it is early. */
      readonly close?: (anyway: boolean, reason?: string) => Promise<boolean>
    }
  | {
      readonly state: 'closed'
      readonly runoff: boolean
      readonly ranking: readonly Ranked[]
      readonly advice: string
    }

export function voteView(picture: Picture, now: number, send: Send): VoteView {
  const vote = picture.vote
  if (!vote) return { state: 'none' }
  if (vote.state === 'closed') {
    const tie = openTie(picture)
    return {
      state: 'closed',
      runoff: vote.runoff,
      ranking: rankingOf(picture),
      advice: tie ? t('vote.tie_found', { place: tie.first_place }) : t('vote.no_tie'),
    }
  }

  const seats = voterSeats(picture)
  const done = seats.filter((seat) => seat.state === 'done').length
  const total = seats.length
  const few = vote.voted < vote.seats * 0.8
  const nobodyVoted = vote.voted === 0
  return {
    state: 'open',
    runoff: vote.runoff,
    sentence: t('vote.ready', { done, total }),
    seats,
    candidates: vote.candidates.length,
    unfit: picture.proposals
      .filter((one) => vote.candidates.includes(one.id) && isUnfit(one))
      .map((one) => groupLetter(picture, one.id)),
    few,
    doubts: doubtsOf(picture, few),
    begun: !nobodyVoted,
    rules: {
      perPerson: vote.votes_per_person,
      perCandidate: vote.votes_per_candidate,
      line: t('vote.rules_line', { n: vote.votes_per_person, m: vote.votes_per_candidate }),
      ...(nobodyVoted && !vote.runoff
        ? {
            set: (votes_per_person: number, votes_per_candidate: number) =>
              void send('set_vote_rules', { votes_per_person, votes_per_candidate }),
          }
        : {}),
    },
    ...(vote.closes_at === null
      ? {
          close: async (anyway: boolean, reason = '') =>
            (await send('close_vote', { in_ms: 10_000, anyway, ...(reason.trim() && { reason: reason.trim() }) })).ok,
        }
      : {
          closing: {
            seconds: secondsLeft(vote.closes_at, now),
            keepOpen: () => void send('keep_vote_open', {}),
            closeNow: () => void send('close_vote', { in_ms: 0, anyway: true }),
          },
        }),
  }
}

function votesLeft(picture: Picture, person: number): number {
  return picture.vote?.waiting?.find((one) => one.person === person)?.left ?? 0
}

function voterSeats(picture: Picture): VoterSeat[] {
  const each = picture.vote?.votes_per_person ?? 1
  return peopleInside(picture).map((person) => {
    const left = votesLeft(picture, person.id)
    const seat = { id: person.id, name: personName(person), growth: Math.max(0, (each - left) / each) }
    if (left === 0) return { ...seat, state: 'done', note: t('vote.done') }
    if (isOnPaper(picture, person.id)) return { ...seat, state: 'busy', note: t('vote.left_paper', { n: left }) }
    if (!picture.connected.has(person.id)) return { ...seat, state: 'gone', note: t('vote.gone') }
    return { ...seat, state: 'busy', note: t('vote.left', { n: left }) }
  })
}

/** What one should know before closing: who has not voted, who has votes left, who is not connected. */
function doubtsOf(picture: Picture, few: boolean): string[] {
  const vote = picture.vote
  if (!vote) return []
  const inside = peopleInside(picture)
  const left = (id: number) => votesLeft(picture, id)
  const isHere = (id: number) => picture.connected.has(id) || isOnPaper(picture, id)
  const connected = inside.filter((person) => isHere(person.id))
  const without = connected.filter((person) => left(person.id) === vote.votes_per_person).map(personName)
  const busy = connected
    .filter((person) => left(person.id) > 0 && left(person.id) < vote.votes_per_person)
    .map(personName)
  const gone = inside
    .filter((person) => !isHere(person.id) && left(person.id) > 0)
    .map(personName)
  return [
    ...(few ? [t('vote.ask_share', { done: vote.voted, total: vote.seats })] : []),
    ...(without.length ? [t('vote.ask_not_voted', { n: without.length, names: listedShort(without) })] : []),
    ...(busy.length ? [t('vote.have_left', { n: busy.length, names: listedShort(busy) })] : []),
    ...(gone.length
      ? [`${t('vote.ask_gone', { n: gone.length, names: listedShort(gone) })} ${t('vote.counts_anyway')}`]
      : []),
  ]
}

/** The counts of the closed vote, best first; equal counts share a place. */
export function rankingOf(picture: Picture): Ranked[] {
  const tied = new Set(openTie(picture)?.tied)
  const counts = [...(picture.tally?.counts ?? [])].sort(
    (a, b) => b.votes - a.votes || letterOrder(picture, a.candidate) - letterOrder(picture, b.candidate),
  )
  return counts.map(({ candidate, votes }) => ({
    id: candidate,
    place: counts.findIndex((other) => other.votes === votes) + 1,
    letter: groupLetter(picture, candidate),
    color: groupColor(picture, candidate),
    title: groupTitle(picture, candidate),
    votes,
    tied: tied.has(candidate),
    unfit: isUnfit(picture.proposals.find((one) => one.id === candidate)),
  }))
}

function letterOrder(picture: Picture, id: number): number {
  return picture.groups.find((group) => group.id === id)?.order ?? 0
}
