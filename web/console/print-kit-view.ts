import type { GroupColor } from '../ui/draw/color.ts'
import { roundName } from '../shared/round-name.ts'
import { plannedStarts } from './agenda-view.ts'
import { groupsWithIdeas, groupTitle, type Picture } from './picture.ts'

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

export function printKit(picture: Picture, publicUrl: string | undefined, now: number): PrintKit {
  const starts = plannedStarts(picture, now)
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
        const at = round.state === 'now' ? now : starts.get(round.id)
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
