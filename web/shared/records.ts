import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ServerRecord } from './generated/record.ts'
import type { Changes } from './generated/server-message.ts'

export type RecordType = ServerRecord['type']
export type RecordOf<T extends RecordType> = Extract<ServerRecord, { type: T }>

type Audience = Changes['audience']

/**
 * What the server told this client: one signal per record and one per type, and for each audience the
 * version that it was taken to. Everything of one `changes` arrives in one step.
 */
export class Records {
  private readonly kept = new Map<string, { record: ServerRecord; audience: Audience }>()
  private readonly versions = new Map<Audience, number>()
  private readonly singles = new Map<string, Signal<ServerRecord | undefined>>()
  private readonly lists = new Map<RecordType, Signal<readonly ServerRecord[]>>()

  /** All records of a type, in the order of their ids. */
  all<T extends RecordType>(type: T): ReadonlySignal<readonly RecordOf<T>[]> {
    let list = this.lists.get(type)
    if (!list) {
      list = signal(this.listed(type))
      this.lists.set(type, list)
    }
    return list as unknown as ReadonlySignal<readonly RecordOf<T>[]>
  }

  one<T extends RecordType>(type: T, id = 0): ReadonlySignal<RecordOf<T> | undefined> {
    const key = `${type}/${id}`
    let single = this.singles.get(key)
    if (!single) {
      single = signal(this.kept.get(key)?.record)
      this.singles.set(key, single)
    }
    return single as ReadonlySignal<RecordOf<T> | undefined>
  }

  /** The version of what is here of an audience; undefined before its first changes. */
  version(audience: Audience): number | undefined {
    return this.versions.get(audience)
  }

  /** False, and nothing changed, when the changes do not follow on what is here. */
  apply(changes: Changes): boolean {
    const snapshot = changes.from === 0
    if (!snapshot && this.versions.get(changes.audience) !== changes.from) return false

    const touched = new Set<string>()
    if (snapshot) {
      for (const [key, { audience }] of this.kept) {
        if (audience !== changes.audience) continue
        this.kept.delete(key)
        touched.add(key)
      }
    }
    for (const record of changes.put) {
      const key = `${record.type}/${record.id}`
      this.kept.set(key, { record, audience: changes.audience })
      touched.add(key)
    }
    for (const key of changes.gone) {
      this.kept.delete(key)
      touched.add(key)
    }
    this.versions.set(changes.audience, changes.to)
    this.publish(touched)
    return true
  }

  private publish(touched: Set<string>): void {
    batch(() => {
      const types = new Set<RecordType>()
      for (const key of touched) {
        types.add(key.slice(0, key.indexOf('/')) as RecordType)
        const single = this.singles.get(key)
        if (single) single.value = this.kept.get(key)?.record
      }
      for (const type of types) {
        const list = this.lists.get(type)
        if (list) list.value = this.listed(type)
      }
    })
  }

  private listed(type: RecordType): ServerRecord[] {
    const records: ServerRecord[] = []
    for (const { record } of this.kept.values()) if (record.type === type) records.push(record)
    return records.sort((a, b) => a.id - b.id)
  }
}
