import type { ProposalRecord } from '../../shared/generated/record.ts'
import type { Outcome } from '../../shared/session-link.ts'
import { type Group, groupsWithIdeas, proposalOf } from '../groups.ts'
import type { Room } from '../room.ts'
import { myTable } from '../table/table-view.ts'
import { emptyWording, type Wording } from './wording.ts'

export interface SharpenRow extends Group {
  /** Whose plan it is: mine, of somebody at my table, of others, of nobody. */
  readonly whose: 'mine' | 'table' | 'others' | 'nobody'
  /** Who sharpens it; empty for nobody, or for somebody without a name. */
  readonly by: string
  /** My table took this group on. */
  readonly ours: boolean
  /** What can be read of it; undefined as long as nothing is written. */
  readonly proposal: ProposalRecord | undefined
  /** What stands there now. */
  readonly wording: Wording
  /** A wording of mine is on its way: on this phone, or sent. */
  readonly going: { readonly state: 'kept' | 'sent'; readonly wording: Wording } | undefined
  /** Absent when somebody else makes it. */
  readonly take?: () => Promise<Outcome>
  /** Present when it is mine. */
  readonly letGo?: () => Promise<Outcome>
  /** Absent for who may not write in it. */
  readonly save?: (wording: Wording) => Promise<Outcome>
}

/** The groups, those of mine first, then those of my table, then what nobody took yet. */
export function sharpenView(room: Room): readonly SharpenRow[] {
  const rows = groupsWithIdeas(room).map((group) => rowOf(room, group))
  const rank = ({ whose, ours }: SharpenRow) =>
    whose === 'mine' ? 0 : whose === 'table' ? 1 : whose === 'nobody' ? (ours ? 2 : 3) : 4
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.at - b.at)
    .map(({ row }) => row)
}

function rowOf(room: Room, group: Group): SharpenRow {
  const { records } = room
  const record = records.one('proposal', group.id).value
  const me = records.one('me').value?.person ?? room.person.value ?? 0
  const table = myTable(room)
  const { by, going, revision } = withPending(room, group.id, record, me)

  const holder = by > 0 ? records.one('person', by).value : undefined
  // Somebody who left the session holds nothing any more.
  const held = by > 0 && (by === me || holder?.state === 'in')
  const whose = !held
    ? 'nobody'
    : by === me
      ? 'mine'
      : table > 0 && holder?.table === table
        ? 'table'
        : 'others'
  const take = (taken: boolean) => () => room.send('take_proposal', { group: group.id, taken })
  return {
    ...group,
    whose,
    by: held ? (holder?.name ?? record?.name ?? '') : '',
    ours: records.one('table', table).value?.chosen.some((chosen) => chosen === group.id) ?? false,
    proposal: proposalOf(room, group.id),
    wording: record ? wordingOf(record) : emptyWording,
    going,
    ...(whose === 'nobody' ? { take: take(true) } : {}),
    ...(whose === 'mine' ? { letGo: take(false) } : {}),
    ...(whose === 'mine' || whose === 'table'
      ? { save: (wording) => room.send('word_proposal', { group: group.id, revision, ...wording }) }
      : {}),
  }
}

/** What this phone knows before the server says it. */
function withPending(room: Room, group: number, record: ProposalRecord | undefined, me: number) {
  let by = record?.by ?? 0
  let revision = record?.revision ?? 0
  let going: SharpenRow['going']
  for (const command of room.pending.value) {
    if (command.op === 'take_proposal' && command.args.group === group) by = command.args.taken ? me : 0
    if (command.op === 'word_proposal' && command.args.group === group) {
      going = { state: command.state, wording: wordingOf(command.args) }
      // It is the next one's to replace, once it is there.
      revision = Math.max(revision, command.args.revision + 1)
    }
  }
  return { by, revision, going }
}

function wordingOf({ what, where, whom, in_time, in_money }: Wording): Wording {
  return { what, where, whom, in_time, in_money }
}
