import type { GroupColor } from '../ui/draw/color.ts'
import { roundName } from '../shared/round-name.ts'
import { groupsWithIdeas, groupTitle, type Picture, type Round } from './picture.ts'

export type PrintPart = 'poster' | 'agenda' | 'cards' | 'ballots'
export const printParts = ['poster', 'agenda', 'cards', 'ballots'] as const satisfies readonly PrintPart[]

export interface PrintedRound {
  readonly id: number
  readonly title: string
  readonly minutes: number
  readonly say: string
  /** Undefined for what is behind us or skipped. */
  readonly at?: number
}

export interface BallotLine {
  readonly letter: string
  readonly color?: GroupColor
  readonly title: string
}

export interface PrintKit {
  readonly title: string
  readonly question: string
  readonly place: string
  readonly code: string
  readonly address: string
  readonly link?: string
  readonly rounds: readonly PrintedRound[]
  /** The candidates, or the letters A to O to be filled in by hand. */
  readonly ballot: readonly BallotLine[]
  readonly votes: number
}

const blankLetters = 'ABCDEFGHIJKLMNO'

/** The round from which the running order counts: the one of now, or the first to come. */
export function firstPrinted(picture: Picture): Round | undefined {
  return picture.agenda?.rounds.find(({ state }) => state === 'now' || state === 'ahead')
}

/** When that round begins as far as can be told: a whole hour while nothing is behind us, else this moment. */
export function likelyStart(picture: Picture, now: number): number {
  if (picture.agenda?.rounds.some(({ state }) => state === 'done')) return now
  const hour = new Date(now)
  if (hour.getMinutes() > 0) hour.setHours(hour.getHours() + 1)
  return hour.setMinutes(0, 0, 0)
}

/** 14:10 as a field for a time has it. */
export function fieldTime(at: number): string {
  const pair = (value: number) => String(value).padStart(2, '0')
  const time = new Date(at)
  return `${pair(time.getHours())}:${pair(time.getMinutes())}`
}

/** That time on the day of `now`; undefined when the field is empty. */
export function atFieldTime(time: string, now: number): number | undefined {
  const [hours, minutes] = time.split(':').map(Number)
  return hours === undefined || minutes === undefined ? undefined : new Date(now).setHours(hours, minutes, 0, 0)
}

/** `start` is when `firstPrinted` begins, in ms since 1970; every round after it takes its minutes, also one for a tie. */
export function printKit(picture: Picture, publicUrl: string | undefined, start: number): PrintKit {
  let next = start
  const base = publicUrl?.replace(/\/$/, '')
  const candidates = new Set(picture.vote?.candidates)
  const groups = groupsWithIdeas(picture).filter((group) => candidates.size === 0 || candidates.has(group.id))
  return {
    title: picture.session?.title ?? '',
    question: picture.session?.question ?? '',
    place: picture.session?.place ?? '',
    code: picture.invite?.code ?? '',
    address: base?.replace(/^https?:\/\//, '') ?? '',
    ...(base && picture.invite ? { link: `${base}/#q=${picture.invite.secret}` } : {}),
    rounds: (picture.agenda?.rounds ?? [])
      .filter((round) => round.state !== 'skipped')
      .map((round) => {
        const at = round.state === 'done' ? undefined : next
        if (at !== undefined) next = at + round.minutes * 60_000
        return {
          id: round.id,
          title: roundName(round),
          minutes: round.minutes,
          say: round.say,
          ...(at === undefined ? {} : { at }),
        }
      }),
    ballot:
      groups.length > 0
        ? groups.map((group) => ({
            letter: group.letter,
            color: group.color,
            title: groupTitle(picture, group.id),
          }))
        : [...blankLetters].map((letter) => ({ letter, title: '' })),
    votes: picture.vote?.votes_per_person ?? (groups.length > 0 && groups.length < 8 ? 3 : 5),
  }
}
