import { language } from '../text/language.ts'
import type { Picture, Send } from './picture.ts'

export interface CloseView {
  readonly ended: boolean
  readonly retainedUntil: string
  readonly stars: { readonly average: string; readonly n: number; readonly counts: readonly number[] } | undefined
  readonly step?: { readonly date: string; readonly text: string }
  readonly setStep?: (date: string, text: string) => Promise<boolean>
  /** Absent while the next step has no date. */
  readonly end?: () => Promise<boolean>
  /** It had ended before: what was sealed then stays so. */
  readonly reopened: boolean
  /** Absent while the session goes on. */
  readonly reopen?: () => Promise<boolean>
}

export function closeView(picture: Picture, send: Send): CloseView {
  const ended = picture.session?.status === 'ended'
  const step = picture.closing?.next_step
  return {
    ended,
    retainedUntil: picture.session?.retained_until ?? '',
    stars: starsOf(picture),
    ...(step ? { step } : {}),
    ...(ended
      ? {}
      : { setStep: async (date: string, text: string) => (await send('set_next_step', { date, text })).ok }),
    reopened: picture.session?.reopened ?? false,
    ...(ended ? { reopen: async () => (await send('reopen_session', {})).ok } : {}),
    ...(!ended && step ? { end: async () => (await send('close_session', {})).ok } : {}),
  }
}

function starsOf(picture: Picture): CloseView['stars'] {
  const counts = picture.stars?.counts ?? []
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n === 0) return undefined
  const average = counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / n
  return {
    average: average.toLocaleString(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    n,
    counts,
  }
}
