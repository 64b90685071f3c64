import type { Picture, Send } from './picture.ts'

export interface CloseView {
  readonly ended: boolean
  readonly retainedUntil: string
  readonly step?: { readonly date: string; readonly text: string }
  readonly setStep?: (date: string, text: string) => Promise<boolean>
  /** Absent while the next step has no date. */
  readonly end?: () => Promise<boolean>
}

export function closeView(picture: Picture, send: Send): CloseView {
  const ended = picture.session?.status === 'ended'
  const step = picture.closing?.next_step
  return {
    ended,
    retainedUntil: picture.session?.retained_until ?? '',
    ...(step ? { step } : {}),
    ...(ended
      ? {}
      : { setStep: async (date: string, text: string) => (await send('set_next_step', { date, text })).ok }),
    ...(!ended && step ? { end: async () => (await send('close_session', {})).ok } : {}),
  }
}
