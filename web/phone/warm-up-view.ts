import type { PersonRecord } from '../shared/generated/record.ts'
import type { Outcome } from '../shared/session-link.ts'
import type { Room } from './room.ts'

export type SymbolChoice = PersonRecord['symbol']

export interface WarmUpView {
  readonly chosen: SymbolChoice
  /** How many others chose the same. */
  readonly alike: number
  /** It waits on this phone for a connection. */
  readonly kept: boolean
  readonly choose: (symbol: SymbolChoice) => Promise<Outcome>
}

export function warmUpView(room: Room): WarmUpView {
  const me = room.records.one('me').value?.person ?? room.person.value ?? 0
  let chosen = room.records.one('person', me).value?.symbol ?? 'none'
  let kept = false
  for (const command of room.pending.value) {
    if (command.op !== 'choose_symbol') continue
    chosen = command.args.symbol
    kept = command.state === 'kept'
  }
  const people = room.records.all('person').value
  const alike = people.filter(({ id, state, symbol }) => id !== me && state === 'in' && symbol === chosen)
  return {
    chosen,
    alike: chosen === 'none' ? 0 : alike.length,
    kept,
    choose: (symbol) => room.send('choose_symbol', { symbol }),
  }
}
