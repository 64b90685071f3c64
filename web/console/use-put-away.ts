import { useState } from 'preact/hooks'
import type { Suggestion } from './picture.ts'
import type { PutAway } from './suggestions-view.ts'

const most = 200

/** Kept in this tab, through a reload. */
export function usePutAway(session: string): PutAway & { readonly clear: () => void } {
  const storedUnder = `kiemkring.put-away.${session}`
  const [all, setAll] = useState<readonly Suggestion[]>(() => read(storedUnder))
  const keep = (next: readonly Suggestion[]) => {
    setAll(next)
    try {
      sessionStorage.setItem(storedUnder, JSON.stringify(next))
    } catch {
      // Known for as long as the page lives.
    }
  }
  return { all, add: (one) => keep([...all, one].slice(-most)), clear: () => keep([]) }
}

function read(storedUnder: string): readonly Suggestion[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storedUnder) ?? '[]')
    return Array.isArray(stored) ? (stored as Suggestion[]) : []
  } catch {
    return []
  }
}
