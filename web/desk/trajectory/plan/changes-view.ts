import type { Entry, EntryKind, ListedEntry } from '../../../shared/trajectory.ts'
import { fieldNames, valueIn, type Value } from '../fields-view.ts'

/** Of these a version of the plan is made, as the server has it. */
const ofPlan: readonly EntryKind[] = ['plan', 'cost', 'cover', 'activity', 'risk', 'permit', 'agreement']

export interface FieldChange {
  readonly field: string
  readonly was: Value
  readonly now: Value
}
export interface Changes {
  readonly added: readonly Entry[]
  readonly gone: readonly Entry[]
  readonly changed: readonly { readonly entry: Entry; readonly fields: readonly FieldChange[] }[]
  /** In cents, above zero: more now. */
  readonly costs: number
  readonly covers: number
}

export function changesSince(then: Iterable<ListedEntry>, now: Iterable<ListedEntry>): Changes {
  const before = planOf(then)
  const after = planOf(now)
  const changed = [...after].flatMap(([id, entry]) => {
    const was = before.get(id)
    const fields = was ? fieldsThatDiffer(was, entry) : []
    return fields.length > 0 ? [{ entry, fields }] : []
  })
  return {
    added: [...after].filter(([id]) => !before.has(id)).map(([, entry]) => entry),
    gone: [...before].filter(([id]) => !after.has(id)).map(([, entry]) => entry),
    changed,
    costs: moneyIn(after, 'cost') - moneyIn(before, 'cost'),
    covers: moneyIn(after, 'cover') - moneyIn(before, 'cover'),
  }
}

export function isNothing({ added, gone, changed }: Changes): boolean {
  return added.length + gone.length + changed.length === 0
}

function planOf(entries: Iterable<ListedEntry>): ReadonlyMap<number, Entry> {
  return new Map(
    [...entries].filter(({ entry }) => ofPlan.includes(entry.kind)).map(({ id, entry }) => [id, entry]),
  )
}

function fieldsThatDiffer(was: Entry, now: Entry): FieldChange[] {
  return fieldNames(now.kind)
    .map((field) => ({ field, was: valueIn(was, field), now: valueIn(now, field) }))
    .filter((change) => change.was !== change.now)
}

/** Costs in money, and cover that is more than hope. */
function moneyIn(entries: ReadonlyMap<number, Entry>, kind: 'cost' | 'cover'): number {
  let cents = 0
  for (const entry of entries.values()) {
    if (kind === 'cost' && entry.kind === 'cost' && !entry.in_kind) cents += entry.amount
    if (kind === 'cover' && entry.kind === 'cover' && entry.state !== 'hoped') cents += entry.amount
  }
  return cents
}
