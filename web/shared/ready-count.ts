import type { PersonRecord, RoundRecord } from './generated/record.ts'

const kinds: readonly RoundRecord['kind'][] = ['talk', 'ideas', 'group', 'table_choice', 'sharpen']

/** Where one can be done before the others. */
export const hasReady = (round: RoundRecord): boolean => kinds.includes(round.kind)

/** How many of those who are connected are done with the round; nothing where nobody says so, or nobody has yet. */
export function readyCount(
  round: RoundRecord | undefined,
  people: readonly PersonRecord[],
  connected: ReadonlySet<number>,
): { readonly ready: number; readonly total: number } | undefined {
  if (!round || !hasReady(round)) return undefined
  const here = people.filter(({ id, state }) => state === 'in' && connected.has(id))
  const ready = here.filter((person) => person.ready).length
  return ready > 0 ? { ready, total: here.length } : undefined
}
