import { effect, type Signal, signal } from '@preact/signals'

/** A signal whose value outlives the page, where the browser lets us keep it. */
export function storedSignal<T>(key: string, initial: T): Signal<T> {
  const value = signal<T>(readStored<T>(key) ?? initial)
  let first = true
  effect(() => {
    const current = value.value
    if (!first) writeStored(key, current)
    first = false
  })
  return value
}

export function readStored<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(`kiemkring.${key}`)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(`kiemkring.${key}`, JSON.stringify(value))
  } catch {
    // Private windows and full disks refuse: it then lasts as long as the page.
  }
}

/** Takes everything of ours from this device but the outboxes, which their links forget. */
export function wipeStored(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('kiemkring.')) localStorage.removeItem(key)
  } catch {
    // Nothing was kept then.
  }
}
