import type { GroupColor } from '../ui/draw/color.ts'
import { t } from '../text/console.ts'
import { groupColor, groupLetter, groupTitle, listed, type Picture, type Send, type Way } from './picture.ts'
import { type Ranked, rankingOf } from './vote-view.ts'

export interface WayOut {
  readonly way: Way
  readonly title: string
  readonly consequence: string
  readonly time: string
  readonly label: string
  readonly best: boolean
  /** Absent for merge, which first asks which ones and which name stays. */
  readonly take?: () => void
}

export interface TiedIdea {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
}

export type TieView =
  | { readonly state: 'none' }
  | { readonly state: 'run_off' }
  | { readonly state: 'decided'; readonly sentence: string; readonly details: readonly string[] }
  | {
      readonly state: 'open'
      readonly title: string
      readonly ranking: readonly Ranked[]
      readonly tied: readonly TiedIdea[]
      readonly ways: readonly WayOut[]
      readonly room: string
      readonly merge: (candidates: readonly number[], into: number) => Promise<boolean>
    }

export function tieView(picture: Picture, send: Send): TieView {
  const tie = picture.tie
  if (!tie) return { state: 'none' }
  if (tie.decided) {
    const { way, winners, seed } = tie.decided
    const letters = listed(winners.map((id) => groupLetter(picture, id)))
    return {
      state: 'decided',
      sentence:
        way === 'widen'
          ? t('tie.decided_widen', { n: picture.top?.size ?? tie.size + tie.tied.length - tie.free })
          : t(`tie.decided_${way}`),
      details: [
        ...(letters ? [t('tie.winners', { letters })] : []),
        ...(seed ? [t('tie.seed', { seed })] : []),
      ],
    }
  }
  if (tie.runoff && picture.vote?.state === 'open') return { state: 'run_off' }

  const letters = listed(tie.tied.map((id) => groupLetter(picture, id)))
  const wider = tie.size - tie.free + tie.tied.length
  return {
    state: 'open',
    title: t('tie.title', { tied: tie.tied.length, free: tie.free }),
    ranking: rankingAround(picture, tie.first_place, tie.tied),
    tied: tie.tied.map((id) => ({
      id,
      letter: groupLetter(picture, id),
      color: groupColor(picture, id),
      title: groupTitle(picture, id),
    })),
    ways: tie.ways.map((way, i) =>
      wayOut(way, i === 0, { letters, wider, free: tie.free, tied: tie.tied.length }, send),
    ),
    room: t('tie.room', { place: tie.first_place }),
    merge: async (candidates, into) => (await send('merge_tied', { candidates: [...candidates], into })).ok,
  }
}

function wayOut(
  way: Way,
  best: boolean,
  facts: { letters: string; wider: number; free: number; tied: number },
  send: Send,
): WayOut {
  const { letters, wider, free, tied } = facts
  switch (way) {
    case 'widen':
      return {
        way,
        best,
        title: t('tie.widen', { tied }),
        consequence: t('tie.widen_body', { n: wider }),
        time: t('tie.widen_time'),
        label: t('tie.widen_do', { n: wider }),
        take: () => void send('widen_top', {}),
      }
    case 'run_off':
      return {
        way,
        best,
        title: t('tie.run_off'),
        consequence: t('tie.run_off_body', { free, letters }),
        time: t('tie.run_off_time'),
        label: t('tie.run_off_do'),
        take: () => void send('start_runoff', {}),
      }
    case 'merge':
      return {
        way,
        best,
        title: t('tie.merge'),
        consequence: t('tie.merge_body', { letters }),
        time: t('tie.merge_time'),
        label: t('tie.merge_do'),
      }
    case 'draw':
      return {
        way,
        best,
        title: t('tie.draw'),
        consequence: t('tie.draw_body'),
        time: t('tie.draw_time'),
        label: t('tie.draw_do'),
        take: () => void send('draw_lots', {}),
      }
  }
}

/** The places that are settled and the tied ones. After a run-off the tally holds only the tied. */
function rankingAround(picture: Picture, firstPlace: number, tied: readonly number[]): readonly Ranked[] {
  const ranking = rankingOf(picture)
  if (picture.vote?.runoff) return ranking.map((one) => ({ ...one, place: firstPlace + one.place - 1 }))
  const among = new Set(tied)
  return ranking.filter((one) => one.place < firstPlace || among.has(one.id))
}
