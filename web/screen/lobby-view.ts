import type { SymbolName } from '../ui/draw/symbol.tsx'
import { wifiQr } from '../shared/wifi-qr.ts'
import { wobble } from '../ui/draw/plant.ts'
import { ground, type Source } from './source.ts'

/** From this many people on only the last `namedAtMost` have a name under their stem. */
const namesUpTo = 24
const namedAtMost = 12
const slotsAtLeast = 24

export interface LobbyPerson {
  readonly id: number
  readonly x: number
  readonly height: number
  readonly variant: number
  /** What they took along in the warm-up; it stands on their stem. */
  readonly symbol?: SymbolName
  /** Absent when there are too many people for names, or somebody gave none. */
  readonly name?: string
  /** Which line under the ground the name stands on. */
  readonly row: number
  readonly fresh: boolean
}

export interface LobbyView {
  readonly question: string
  readonly people: readonly LobbyPerson[]
  readonly emptyAt: readonly number[]
  readonly nameRows: number
  /** How wide a name may be before it touches the next one on its line. */
  readonly nameWidth: number
  /** So large that two beside each other do not touch. */
  readonly symbolSize: number
  readonly count: number
  readonly full: boolean
  /** The Wi-Fi of the room, while it goes before the page. */
  readonly wifi?: { readonly name: string; readonly password: string; readonly qr: string }
}

export function lobbyView(source: Source, width: number): LobbyView {
  const session = source.one('session').value
  const wifi = source.one('wifi').value
  const people = source.all('person').value.filter((person) => person.state === 'in')
  const seats = session?.seats_max ?? 0
  const count = people.length

  const firstNamed = count > namesUpTo ? count - namedAtMost : 0
  const slots = Math.max(count, Math.min(seats, slotsAtLeast), 1)
  const weights = Array.from({ length: slots }, (_, i) => (firstNamed > 0 && i >= firstNamed ? 2.6 : 1))
  const { left, right } = ground(width)
  const unit = (right - left - 80) / weights.reduce((sum, weight) => sum + weight, 0)
  const middles: number[] = []
  let x = left + 40
  for (const weight of weights) {
    middles.push(Math.round(x + (weight * unit) / 2))
    x += weight * unit
  }

  const namedSlot = unit * (firstNamed > 0 ? 2.6 : 1)
  const longest = Math.max(0, ...people.slice(firstNamed).map((person) => person.name.length))
  const nameRows = namedSlot * 2 < Math.min(longest, 9) * 19 + 20 ? 3 : 2
  return {
    question: session?.question ?? '',
    people: people.map((person, i) => ({
      id: person.id,
      x: middles[i] as number,
      // Three lines of names leave less sky under the code.
      height: Math.round((nameRows === 3 ? 106 : 132) + wobble(person.id * 3 + 1) * 40),
      variant: person.id,
      symbol: person.symbol === 'none' ? undefined : person.symbol,
      name: i >= firstNamed && person.name !== '' ? person.name : undefined,
      row: i % nameRows,
      fresh: i >= count - 3,
    })),
    emptyAt: middles.slice(count),
    nameRows,
    nameWidth: Math.round(namedSlot * nameRows - 12),
    symbolSize: Math.round(Math.min(62, unit)),
    count,
    full: seats > 0 && count >= seats,
    ...(wifi?.shown ? { wifi: { name: wifi.name, password: wifi.password, qr: wifiQr(wifi) } } : {}),
  }
}
