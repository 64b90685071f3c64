import type { Outcome } from '../../shared/session-link.ts'
import type { Room } from '../room.ts'

export const tablesMax = 12
const tablesShown = 8

export interface TableView {
  /** Where I sit; 0: I did not say. */
  readonly table: number
  /** Names of who else sits there. */
  readonly mates: readonly string[]
  /** Who else sits there without a name. */
  readonly nameless: number
  /** Somebody said at which table they sit. */
  readonly used: boolean
  /** As many tables as there are to choose from before one asks for more. */
  readonly tables: number
  readonly sit: (table: number) => Promise<Outcome>
}

export function tableView(room: Room): TableView {
  const { records } = room
  const table = myTable(room)
  const me = records.one('me').value?.person
  const seated = records.all('person').value.filter(({ state, table }) => state === 'in' && table > 0)
  const mates = table > 0 ? seated.filter((person) => person.table === table && person.id !== me) : []
  const names = mates.map(({ name }) => name).filter((name) => name !== '')
  return {
    table,
    mates: names,
    nameless: mates.length - names.length,
    used: seated.length > 0 || table > 0,
    tables: Math.min(tablesMax, Math.max(tablesShown, table, ...seated.map(({ table }) => table))),
    sit: (table) => room.send('sit_at_table', { table }),
  }
}

/** Where I sit, also when only this phone knows it yet. */
export function myTable(room: Room): number {
  for (const command of [...room.pending.value].reverse())
    if (command.op === 'sit_at_table') return command.args.table
  const me = room.records.one('me').value?.person ?? room.person.value ?? 0
  return room.records.one('person', me).value?.table ?? 0
}
