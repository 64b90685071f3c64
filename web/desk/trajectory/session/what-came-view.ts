import type { EntryOf, HappenedLine } from '../../../shared/trajectory.ts'
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
  readonly was?: EntryOf<'idea'>
  readonly now?: EntryOf<'idea'>
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
  const now = shown.entries.get(line.entry)?.entry
  return {
    line,
    ...(line.was?.kind === 'idea' ? { was: line.was } : {}),
    ...(now?.kind === 'idea' ? { now } : {}),
  }
}
