import type { Entry, EntryOf, HappenedLine } from '../../../shared/trajectory.ts'
import { all, type Dossier, planName } from '../dossier-view.ts'

/** Everything that the server wrote at one moment: what one look at a session brought. */
export interface WhatCame {
  readonly at: number
  readonly version: number
  /** The meeting that it came from. */
  readonly from: string
  readonly came: readonly HappenedLine[]
  readonly changed: readonly Change[]
  readonly went: readonly HappenedLine[]
}
export interface Change {
  readonly line: HappenedLine
  readonly was?: Entry
  readonly now?: Entry
}

type Purpose = EntryOf<'session_plan'>['purpose']

/** What a session for this purpose writes. Of what was erased the kind is not always known; only a session for ideas erases. */
const kinds: Readonly<Record<Exclude<Purpose, 'ideas'>, readonly string[]>> = {
  choice: ['mark', 'choice'],
  green_date: ['factor'],
}
function isFrom(purpose: Purpose, kind: string): boolean {
  return purpose === 'ideas'
    ? !Object.values(kinds).some((some) => some.includes(kind))
    : kinds[purpose].includes(kind)
}

/** The newest first, as the lines are; of all sessions, or of those for one purpose. */
export function whatCame(shown: Dossier, purpose?: Purpose): WhatCame[] {
  const moments = new Map<number, HappenedLine[]>()
  for (const line of shown.happened)
    if (line.by_itself && line.kind !== 'session_plan' && (!purpose || isFrom(purpose, line.kind)))
      moments.set(line.at, [...(moments.get(line.at) ?? []), line])
  const from = (at: number) => {
    const line = shown.happened.find((one) => one.by_itself && one.kind === 'session_plan' && one.at === at)
    const plan = line && all(shown, 'session_plan').find(({ id }) => id === line.entry)
    return plan ? planName(shown, plan) : (line?.name ?? '')
  }
  return [...moments].map(([at, lines]) => ({ ...sorted(shown, at, lines), from: from(at) }))
}

function sorted(shown: Dossier, at: number, lines: readonly HappenedLine[]): Omit<WhatCame, 'from'> {
  const erased = new Set(lines.filter(({ event }) => event === 'entry_erased').map(({ entry }) => entry))
  const set = new Set(lines.filter(({ event }) => event === 'entry_set').map(({ entry }) => entry))
  const isSet = (line: HappenedLine) =>
    line.event === 'entry_set' && !line.removed && (!line.added || erased.has(line.entry))
  // What was erased is put down in two parts, those of the session and those of the desk: that is one change.
  const isChange = (line: HappenedLine) =>
    isSet(line) && lines.filter((other) => other.entry === line.entry && isSet(other)).at(-1) === line
  return {
    at,
    version: Math.max(...lines.map(({ version }) => version)),
    came: lines.filter(({ event, added, entry }) => event === 'entry_set' && added && !erased.has(entry)),
    changed: lines.filter(isChange).map((line) => changeOf(shown, line)),
    // What had to be found out goes with its idea.
    went: lines.filter((line) => line.removed && line.kind !== 'task' && !(line.event === 'entry_erased' && set.has(line.entry))),
  }
}

function changeOf(shown: Dossier, line: HappenedLine): Change {
  // What came after it tells what it became then; where that tells nothing it is not known any more.
  const later = shown.happened
    .filter((one) => one.entry === line.entry && one.version > line.version)
    .sort((a, b) => a.version - b.version)[0]
  const now = later ? later.was : shown.entries.get(line.entry)?.entry
  return { line, ...(line.was && isThere(line.was) ? { was: line.was } : {}), ...(now && isThere(now) ? { now } : {}) }
}

/** Of what was erased since, nothing is left but an entry without words. */
const isThere = (entry: Entry) => !('name' in entry) || entry.name !== ''

/** A field that a session says otherwise than before. */
export interface FieldOfChange {
  readonly field: string
  readonly was: Entry
  readonly now: Entry
}

/** What a session says of each kind, in the order in which it is told; the group stands for both its figures, chosen for all that was. */
const saidOf: Readonly<Partial<Record<Entry['kind'], readonly string[]>>> = {
  idea: ['name', 'place', 'votes', 'hands', 'letter', 'about', 'missing_note'],
  commitment: ['role', 'idea', 'name', 'organisation', 'email', 'phone', 'said_note'],
  mark: ['group'],
  factor: ['colour', 'note', 'said_by'],
  choice: ['chosen', 'method', 'reason', 'concerns', 'decided_on'],
}
const parts: Readonly<Record<string, readonly string[]>> = {
  group: ['group_tenths', 'group_answers'],
  chosen: ['outcome', 'idea', 'combined_with'],
}

/** Every field in which it differs; none where it is not known what it was or became. */
export function differences({ was, now }: Change): FieldOfChange[] {
  if (!was || !now || was.kind !== now.kind) return []
  const value = (entry: Entry, field: string) => (entry as unknown as Readonly<Record<string, unknown>>)[field]
  return (saidOf[now.kind] ?? [])
    .filter((field) => (parts[field] ?? [field]).some((part) => value(was, part) !== value(now, part)))
    .map((field) => ({ field, was, now }))
}
