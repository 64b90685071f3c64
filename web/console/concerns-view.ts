import type { RecordOf } from '../shared/records.ts'
import type { GroupColor } from '../ui/draw/color.ts'
import { t } from '../text/console.ts'
import { groupColor, personName, type Picture, type Send } from './picture.ts'

export type ConcernStatus = RecordOf<'concern'>['status']
export const settled = ['noted', 'resolved', 'dropped'] as const satisfies readonly ConcernStatus[]

export interface ConcernLine {
  readonly id: number
  readonly who: string
  readonly text: string
  readonly status: ConcernStatus
  readonly settle?: (status: ConcernStatus) => void
}

export interface ConcernColumn {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  readonly fine: number
  readonly worried: number
  readonly lines: readonly ConcernLine[]
  readonly note?: (text: string) => Promise<boolean>
}

export interface ConcernsView {
  readonly columns: readonly ConcernColumn[]
  /** Concerns that nothing was done about yet. */
  readonly open: number
}

/** Undefined while there is no top. */
export function concernsView(picture: Picture, send: Send): ConcernsView | undefined {
  const entries = [...(picture.top?.entries ?? [])].sort((a, b) => a.place - b.place)
  if (entries.length === 0) return undefined
  const here = picture.round?.kind === 'concerns'
  const columns = entries.map((entry) => concernColumn(picture, send, entry, here))
  return {
    columns,
    open: columns.flatMap((column) => column.lines).filter((line) => line.status === 'open').length,
  }
}

/** What people think of one idea; `here`: a concern of the room can be written down. */
export function concernColumn(
  picture: Picture,
  send: Send,
  entry: { readonly candidate: number; readonly letter: string; readonly title: string },
  here: boolean,
): ConcernColumn {
  const ended = picture.session?.status === 'ended'
  const mood = picture.moods?.ideas.find((one) => one.candidate === entry.candidate)
  return {
    id: entry.candidate,
    letter: entry.letter,
    color: groupColor(picture, entry.candidate),
    title: entry.title,
    fine: mood?.fine ?? 0,
    worried: mood?.worried ?? 0,
    lines: picture.concerns
      .filter((one) => one.candidate === entry.candidate)
      .map((one) => ({
        id: one.id,
        who: one.person === 0 ? t('concerns.room') : personName(one),
        text: one.text,
        status: one.status,
        ...(ended
          ? {}
          : {
              settle: (status: ConcernStatus) =>
                void send('settle_concern', {
                  concern: one.id,
                  status: status === one.status ? 'open' : status,
                }),
            }),
      })),
    ...(here && !ended
      ? {
          note: async (text: string) =>
            (await send('answer_concern', { candidate: entry.candidate, answer: 'worried', text })).ok,
        }
      : {}),
  }
}
