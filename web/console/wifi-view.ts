import type { Outcome } from '../shared/session-link.ts'
import type { Picture, Send } from './picture.ts'

export interface WifiView {
  readonly name: string
  readonly password: string
  /** It goes before the page, on the big screen. */
  readonly shown: boolean
  readonly save: (name: string, password: string) => Promise<Outcome>
  readonly remove?: () => Promise<Outcome>
  /** The other QR on the big screen. */
  readonly turn?: () => void
}

export function wifiView({ wifi }: Picture, send: Send): WifiView {
  const save = (name: string, password: string) => send('set_wifi', { name: name.trim(), password, shown: true })
  if (!wifi) return { name: '', password: '', shown: false, save }
  const { name, password, shown } = wifi
  return {
    name,
    password,
    shown,
    save,
    remove: () => send('set_wifi', { name: '', password: '', shown: false }),
    turn: () => void send('set_wifi', { name, password, shown: !shown }),
  }
}
