import { t } from '../text/matrix.ts'
import type { MatrixRecord } from './generated/record.ts'

export type Scale = MatrixRecord['scale']

/** In the order of their scores, from 1. */
export const scoreColours = ['green', 'amber', 'red'] as const

export function answersOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** In points; undefined when nobody gave any. */
export function averageOf(counts: readonly number[]): number | undefined {
  const answers = answersOf(counts)
  if (answers === 0) return undefined
  return counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / answers
}

/** "Gemiddeld 3,4 van 5". */
export function averageText(counts: readonly number[]): string {
  const average = averageOf(counts)
  return average === undefined ? t('assess.nobody') : t('assess.average', { n: tenthsText(Math.round(average * 10)) })
}

/** "3,4" of 34 tenths. */
export function tenthsText(tenths: number): string {
  return `${Math.floor(tenths / 10)}${t('assess.comma')}${tenths % 10}`
}

/** "3 groen, 1 rood"; of points from the lowest to the highest that were given. */
export function countsText(scale: Scale, counts: readonly number[]): string {
  const answers = answersOf(counts)
  if (answers === 0) return t('assess.nobody')
  if (scale === 'colours')
    return scoreColours
      .map((colour, index) => ({ colour, n: counts[index] ?? 0 }))
      .filter(({ n }) => n > 0)
      .map(({ colour, n }) => t(`assess.n_${colour}`, { n }))
      .join(', ')
  const given = counts.map((n, index) => ({ n, score: index + 1 })).filter(({ n }) => n > 0)
  const low = given[0]?.score ?? 0
  const high = given[given.length - 1]?.score ?? 0
  return low === high
    ? t('assess.answers_same', { n: answers, score: low })
    : t('assess.answers', { n: answers, low, high })
}
