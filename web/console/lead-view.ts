import type { Outcome } from '../shared/session-link.ts'
import type { Picture, Send } from './picture.ts'

export interface LeadView {
  /** A tablet that the organiser paired needs none, so that a forgotten PIN does not end a session. */
  readonly needsPin: boolean
  readonly hasPin: boolean
  /** Which one it is; 0: none. */
  readonly pin: number
  readonly take: (pin: string) => Promise<Outcome>
  readonly setPin: (pin: string) => Promise<Outcome>
}

export function leadView(picture: Picture, send: Send): LeadView {
  return {
    needsPin: picture.device !== '',
    hasPin: picture.lead?.has_pin ?? false,
    pin: picture.lead?.pin ?? 0,
    take: (pin) => send('take_lead', { pin }),
    setPin: (pin) => send('set_pin', { pin }),
  }
}
