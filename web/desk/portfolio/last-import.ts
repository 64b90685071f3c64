// What came in last from a file, so that it can be taken back: known until this tab is closed.
import { effect, signal } from '@preact/signals'
import { ask, expired, organiser } from '../store.ts'

const name = 'kiemkring.last-import'
/** Ids of new trajectories. */
export const lastImport = signal<readonly string[]>(remembered())

function remembered(): readonly string[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}
export function rememberImport(ids: readonly string[]): void {
  lastImport.value = ids
  try {
    sessionStorage.setItem(name, JSON.stringify(ids))
  } catch {
    // Known as long as this page is there.
  }
}

// Whoever logs out takes it along; a log-in that is over by itself loses nothing.
effect(() => {
  if (organiser.value === null && !expired.value && lastImport.peek().length > 0) rememberImport([])
})

export interface TakenBack {
  /** Those that somebody went on with meanwhile stay. */
  readonly stayed: number
  readonly gone: number
  /** The server could not be asked about the others: they can be tried again. */
  readonly left: number
}
const atOnce = 4

/** Erases those that nothing happened to since they came in. */
export async function takeBack(ids: readonly string[], onGoing: (done: number) => void): Promise<TakenBack> {
  const waiting = [...ids]
  const left: string[] = []
  let [gone, stayed] = [0, 0]
  const go = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const reply = await ask('DELETE /api/trajectories/ID', undefined, { id, query: '?only=unchanged' })
      // One that is gone already is gone.
      if (reply.ok || reply.status === 404) gone += 1
      else if (reply.status === 409) stayed += 1
      else {
        left.push(id, ...waiting.splice(0))
        return
      }
      onGoing(gone + stayed)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, go))
  // What came in meanwhile stays to be taken back.
  rememberImport(lastImport.value.filter((id) => left.includes(id) || !ids.includes(id)))
  return { gone, stayed, left: left.length }
}
