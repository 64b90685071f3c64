// What one client holds of one audience, and a book in which all clients compare what they held at each version.
import { createHash } from 'node:crypto'

export class Replica {
  version = undefined
  records = new Map() // key: { record, digest }
  #digest = 0n // of all records, whatever the order in which they came

  /** 'snapshot' or 'delta' when it was applied as one step, 'gap' or 'repeat' when it does not follow (rule 17 of the protocol). */
  apply({ from, to, put, gone }) {
    const isSnapshot = from === 0
    if (!isSnapshot && from !== this.version) return this.version !== undefined && from < this.version ? 'repeat' : 'gap'
    if (isSnapshot) {
      this.records.clear()
      this.#digest = 0n
    }
    for (const record of put) this.#put(`${record.type}/${record.id}`, record)
    for (const key of gone) this.#remove(key)
    this.version = to
    return isSnapshot ? 'snapshot' : 'delta'
  }

  get digest() {
    return this.#digest.toString(16)
  }

  one(type, id = 0) {
    return this.records.get(`${type}/${id}`)?.record
  }

  all(type) {
    return [...this.records.values()].map(({ record }) => record).filter((record) => record.type === type)
  }

  #put(key, record) {
    this.#remove(key)
    const digest = createHash('sha1').update(key).update(JSON.stringify(record)).digest().readBigUInt64LE(0)
    this.records.set(key, { record, digest })
    this.#digest ^= digest
  }

  #remove(key) {
    const known = this.records.get(key)
    if (!known) return
    this.#digest ^= known.digest
    this.records.delete(key)
  }
}

/** Everybody who ever held an audience at a version must have held the same. */
export class Ledger {
  compared = 0
  differences = []
  #first = new Map()
  #recent = []

  note(audience, epoch, replica, who) {
    const key = `${epoch} ${audience} ${replica.version}`
    const first = this.#first.get(key)
    if (!first) return this.#keep(key, { digest: replica.digest, who, records: new Map(replica.records) })
    this.compared += 1
    if (first.digest === replica.digest) return
    if (!first.records) return void this.differences.push(`${key}: ${first.who} and ${who} differ`)
    const differ = [...new Set([...first.records.keys(), ...replica.records.keys()])].filter(
      (record) => first.records.get(record)?.digest !== replica.records.get(record)?.digest,
    )
    const shown = differ.slice(0, 2).map(
      (record) => `${record}: ${JSON.stringify(first.records.get(record)?.record)} / ${JSON.stringify(replica.records.get(record)?.record)}`,
    )
    this.differences.push(`${key}: ${first.who} and ${who} differ in ${differ.length} records: ${shown.join('; ')}`)
  }

  /** The records themselves only of the last few hundred, to say what differs. */
  #keep(key, held) {
    this.#first.set(key, held)
    this.#recent.push(held)
    if (this.#recent.length > 300) this.#recent.shift().records = undefined
  }
}
