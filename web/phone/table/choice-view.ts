import type { Outcome } from '../../shared/session-link.ts'
import { type Group, groupsWithIdeas } from '../groups.ts'
import type { Room } from '../room.ts'
import { myTable } from './table-view.ts'

export const choicesPerTable = 3

export interface ChoiceRow extends Group {
  readonly chosen: boolean
  /** Numbers of the other tables that chose it. */
  readonly elsewhere: readonly number[]
  /** Absent when my table has chosen enough, or I sit at none. */
  readonly choose?: () => Promise<Outcome>
  readonly unchoose?: () => Promise<Outcome>
}

export interface ChoiceView {
  /** How many my table chose. */
  readonly chosen: number
  /** Choices that wait on this phone for a connection. */
  readonly kept: number
  readonly rows: readonly ChoiceRow[]
}

export function choiceView(room: Room): ChoiceView {
  const table = myTable(room)
  const tables = room.records.all('table').value
  const mine = new Set<number>(tables.find(({ id }) => id === table)?.chosen)
  let kept = 0
  for (const command of room.pending.value) {
    if (command.op !== 'choose_for_table' || command.args.table !== table) continue
    if (command.args.chosen) mine.add(command.args.group)
    else mine.delete(command.args.group)
    if (command.state === 'kept') kept += 1
  }
  const groups = groupsWithIdeas(room)
  // What my table chose counts as the server counts it, also when the group is empty by now.
  const full = mine.size >= choicesPerTable

  return {
    chosen: mine.size,
    kept,
    rows: groups.map((group) => {
      const chosen = mine.has(group.id)
      const say = (chosen: boolean) => () => room.send('choose_for_table', { table, group: group.id, chosen })
      return {
        ...group,
        chosen,
        elsewhere: tables
          .filter(({ id, chosen }) => id !== table && (chosen as readonly number[]).includes(group.id))
          .map(({ id }) => id),
        ...(table > 0 && !chosen && !full ? { choose: say(true) } : {}),
        ...(table > 0 && chosen ? { unchoose: say(false) } : {}),
      }
    }),
  }
}
