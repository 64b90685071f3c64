import type { EntryOf, HappenedLine } from '../../../shared/trajectory.ts'
import type { Dossier } from '../dossier-view.ts'

/** Everything that the server wrote at one moment: what one look at a session brought. */
export interface WhatCame {
  readonly at: number
  readonly version: number
  readonly came: readonly HappenedLine[]
  readonly changed: readonly Change[]
  readonly went: readonly HappenedLine[]
}
export interface Change {
  readonly line: HappenedLine
  readonly was?: EntryOf<'idea'>
  readonly now?: EntryOf<'idea'>
}

/** The newest first, as the lines are. */
export function whatCame(shown: Dossier): WhatCame[] {
  const moments = new Map<number, HappenedLine[]>()
  for (const line of shown.happened)
    if (line.by_itself && line.kind !== 'session_plan')
      moments.set(line.at, [...(moments.get(line.at) ?? []), line])
  return [...moments].map(([at, lines]) => sorted(shown, at, lines))
}

function sorted(shown: Dossier, at: number, lines: readonly HappenedLine[]): WhatCame {
  const erased = new Set(lines.filter(({ event }) => event === 'entry_erased').map(({ entry }) => entry))
  const set = new Set(lines.filter(({ event }) => event === 'entry_set').map(({ entry }) => entry))
  const isChange = (line: HappenedLine) =>
    line.event === 'entry_set' && !line.removed && (!line.added || erased.has(line.entry))
  return {
    at,
    version: Math.max(...lines.map(({ version }) => version)),
    came: lines.filter(({ event, added, entry }) => event === 'entry_set' && added && !erased.has(entry)),
    changed: lines.filter(isChange).map((line) => changeOf(shown, line)),
    went: lines.filter((line) => line.removed && !(line.event === 'entry_erased' && set.has(line.entry))),
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
