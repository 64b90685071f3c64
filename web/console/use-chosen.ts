import { useState } from 'preact/hooks'

export interface Chosen {
  readonly ids: readonly number[]
  has(id: number): boolean
  toggle(id: number): void
  /** These, and no others. */
  choose(ids: readonly number[]): void
  clear(): void
}

/** What is chosen, in the order of choosing. Who is no longer there is no longer chosen. */
export function useChosen(there: readonly number[]): Chosen {
  const [ids, setIds] = useState<readonly number[]>([])
  const known = new Set(there)
  const alive = ids.filter((id) => known.has(id))
  return {
    ids: alive,
    has: (id) => alive.includes(id),
    toggle: (id) => setIds((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id])),
    choose: setIds,
    clear: () => setIds([]),
  }
}
