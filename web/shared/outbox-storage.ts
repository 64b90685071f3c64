import type { Op } from './commands.ts'
import { openDatabase } from './open-database.ts'

export interface KeptCommand {
  n: number
  op: Op
  args: unknown
  /** The seat on paper for which it is said. */
  paper_seat?: number
}

/** What an outbox must remember to send everything once: who it is, its next number, what waits. */
export interface OutboxState {
  client: string
  next_n: number
  commands: KeptCommand[]
}

/**
 * Where an outbox is kept. `update` reads, changes and writes as one step, also when another tab does the
 * same; it resolves with the new state after that is stored, and rejects when nothing was stored.
 */
export interface OutboxStorage {
  readonly survivesReload: boolean
  update(change: (state: OutboxState | undefined) => OutboxState): Promise<OutboxState>
  clear(): Promise<void>
}

/** Of what can be stored; the oldest browsers know no `structuredClone`. */
export function copyOf(state: OutboxState): OutboxState {
  return JSON.parse(JSON.stringify(state)) as OutboxState
}

export class MemoryStorage implements OutboxStorage {
  readonly survivesReload = false
  constructor(private state?: OutboxState) {}

  async update(change: (state: OutboxState | undefined) => OutboxState): Promise<OutboxState> {
    this.state = change(this.state && copyOf(this.state))
    return copyOf(this.state)
  }

  async clear(): Promise<void> {
    this.state = undefined
  }
}

export class LocalStorage implements OutboxStorage {
  readonly survivesReload = true
  constructor(private readonly key: string) {}

  async update(change: (state: OutboxState | undefined) => OutboxState): Promise<OutboxState> {
    const text = localStorage.getItem(this.key)
    const state = change(text ? (JSON.parse(text) as OutboxState) : undefined)
    localStorage.setItem(this.key, JSON.stringify(state))
    return state
  }

  async clear(): Promise<void> {
    localStorage.removeItem(this.key)
  }
}

export class IndexedDbStorage implements OutboxStorage {
  readonly survivesReload = true
  constructor(
    private readonly database: IDBDatabase,
    private readonly key: string,
  ) {}

  update(change: (state: OutboxState | undefined) => OutboxState): Promise<OutboxState> {
    return new Promise((resolve, reject) => {
      const transaction = this.transaction()
      const store = transaction.objectStore('outboxes')
      let changed: OutboxState
      const reading = store.get(this.key)
      reading.onsuccess = () => {
        changed = change(reading.result as OutboxState | undefined)
        store.put(changed, this.key)
      }
      transaction.oncomplete = () => resolve(changed)
      transaction.onabort = () => reject(transaction.error)
    })
  }

  clear(): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.transaction()
      transaction.objectStore('outboxes').delete(this.key)
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }

  private transaction(): IDBTransaction {
    return this.database.transaction('outboxes', 'readwrite', { durability: 'strict' })
  }
}

/** The best place that works here; the last resort is forgotten with the page. */
export async function openOutboxStorage(key: string): Promise<OutboxStorage> {
  try {
    return new IndexedDbStorage(await openDatabase('kiemkring', 'outboxes'), key)
  } catch {
    try {
      const probe = 'kiemkring.probe'
      localStorage.setItem(probe, '1')
      localStorage.removeItem(probe)
      return new LocalStorage(`kiemkring.outbox.${key}`)
    } catch {
      return new MemoryStorage()
    }
  }
}
