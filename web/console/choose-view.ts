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
}

export interface ChooseView {
  readonly candidate: number
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
        title: groupTitle(picture, now.candidate),
      }, !now.frozen)
    : undefined
  return {
    candidate: now.candidate,
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
