import { countGraphemes } from '../ui/graphemes.ts'

/** What the server would refuse, said beside the field. */
export function wifiProblem(name: string, password: string) {
  if (!name.trim()) return { field: 'name', why: 'wifi.name_needed' } as const
  if (countGraphemes(name.trim()) > 32 || new TextEncoder().encode(name.trim()).length > 32)
    return { field: 'name', why: 'wifi.name_long' } as const
  if (password && !/^[ -~]{8,63}$/.test(password)) return { field: 'password', why: 'wifi.password_bad' } as const
  return undefined
}
