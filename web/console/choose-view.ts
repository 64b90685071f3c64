import { t } from '../text/console.ts'
import type { GroupColor } from '../ui/draw/color.ts'
import { averageOf } from '../shared/scores.ts'
import { type ConcernColumn, concernColumn } from './concerns-view.ts'
import { groupColor, groupLetter, groupTitle, type Picture, type Send } from './picture.ts'

export interface Proposable {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  /** The average over all criteria, in points; undefined when nobody scored it. */
  readonly points: number | undefined
  readonly propose?: () => void
  /** Makes it one plan with what is proposed now. */
  readonly combine?: () => void
}

export interface ChooseView {
  readonly candidate: number
  /** Two become one. */
  readonly combinedWith: number
  /** What is proposed now goes on without the other. */
  readonly separate?: () => void
  /** The vote came to something else, by its title. */
  readonly votedFor?: string
  readonly frozen: boolean
  readonly reason: string
  readonly answered: string
  readonly column: ConcernColumn | undefined
  readonly open: number
  readonly candidates: readonly Proposable[]
  readonly freeze?: (reason: string) => Promise<boolean>
  readonly thaw?: () => void
}

/** Undefined where nothing came along to choose from. */
export function chooseView(picture: Picture, send: Send): ChooseView | undefined {
  const now = picture.choosing
  if (!now) return undefined
  const ended = picture.session?.status === 'ended'
  const column = now.candidate
    ? concernColumn(picture, send, {
        candidate: now.candidate,
        letter: groupLetter(picture, now.candidate),
        title: proposalTitle(picture, now.candidate),
      }, !now.frozen)
    : undefined
  const mayCombine = !ended && !now.frozen && isSubject(picture, now.candidate)
  const voted = picture.top?.entries[0]?.candidate
  return {
    candidate: now.candidate,
    combinedWith: now.combined_with,
    ...(now.candidate && voted && voted !== now.candidate && voted !== now.combined_with
      ? { votedFor: groupTitle(picture, voted) }
      : {}),
    ...(mayCombine && now.combined_with
      ? { separate: () => void send('propose_choice', { group: now.candidate }) }
      : {}),
    frozen: now.frozen,
    reason: now.reason,
    answered: t('choose.answered', { n: now.answered, total: now.seats }),
    column,
    open: column?.lines.filter((line) => line.status === 'open').length ?? 0,
    candidates: now.candidates.map((id) => ({
      id,
      letter: groupLetter(picture, id),
      color: groupColor(picture, id),
      title: groupTitle(picture, id),
      points: pointsOf(picture, id),
      ...(ended || now.frozen || id === now.candidate
        ? {}
        : { propose: () => void send('propose_choice', { group: id }) }),
      ...(mayCombine && id !== now.candidate && id !== now.combined_with && isSubject(picture, id)
        ? { combine: () => void send('propose_choice', { group: now.candidate, combined_with: id }) }
        : {}),
    })),
    ...(ended || now.frozen || !now.candidate
      ? {}
      : { freeze: async (reason: string) => (await send('freeze_choice', { frozen: true, reason })).ok }),
    ...(ended || !now.frozen ? {} : { thaw: () => void send('freeze_choice', { frozen: false, reason: '' }) }),
  }
}

function pointsOf(picture: Picture, group: number): number | undefined {
  const all = (picture.matrix?.cells ?? [])
    .filter((cell) => cell.group === group)
    .map(({ counts }) => averageOf(counts))
    .filter((average) => average !== undefined)
  return all.length === 0 ? undefined : all.reduce((sum, one) => sum + one, 0) / all.length
}

/** "None of these" is no plan to combine with. */
function isSubject(picture: Picture, id: number): boolean {
  return picture.matrix?.subjects.some(({ group }) => group === id) ?? false
}

/** A group, with the one that it became one plan with. */
export function proposalTitle(picture: Picture, id: number): string {
  const now = picture.choosing
  if (!now?.combined_with || now.candidate !== id) return groupTitle(picture, id)
  return t('choose.together', { one: groupTitle(picture, id), other: groupTitle(picture, now.combined_with) })
}
