import { countGraphemes } from '../ui/graphemes.ts'
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

/** What the server would refuse, said beside the field. */
export function wifiProblem(name: string, password: string) {
  if (!name.trim()) return { field: 'name', why: 'wifi.name_needed' } as const
  if (countGraphemes(name.trim()) > 32 || new TextEncoder().encode(name.trim()).length > 32)
    return { field: 'name', why: 'wifi.name_long' } as const
  if (password && !/^[ -~]{8,63}$/.test(password)) return { field: 'password', why: 'wifi.password_bad' } as const
  return undefined
}
