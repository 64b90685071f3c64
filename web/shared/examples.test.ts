// The examples of the protocol, seen from this side: each fits its schema, and what the server says can be kept.
import Ajv2020 from 'ajv/dist/2020'
import { describe, expect, it } from 'vitest'
import clientSchema from '../../proto/client-message.schema.json'
import recordSchema from '../../proto/record.schema.json'
import serverSchema from '../../proto/server-message.schema.json'
import type { ServerMessage } from './generated/server-message'
import { Records } from './records'

// tsType is a hint for the type generator; the schema itself says "any object" there.
const ajv = new Ajv2020({ keywords: ['tsType'] })
const isClientMessage = ajv.compile(clientSchema)
const isServerMessage = ajv.compile(serverSchema)
const isRecord = ajv.compile(recordSchema)

const files = import.meta.glob('../../proto/examples/*.json', { eager: true, import: 'default' })
const examples = Object.entries(files).map(
  ([path, message]) => [path.split('/').at(-1) ?? path, message] as const,
)
const fromClient = (name: string) => /^(command|hello|beat)/.test(name)

describe('the examples of the protocol', () => {
  it('are there', () => expect(examples.length).toBeGreaterThan(60))

  it.each(examples)('%s fits its schema', (name, message) => {
    const fits = fromClient(name) ? isClientMessage : isServerMessage
    expect(fits(message), JSON.stringify(fits.errors)).toBe(true)
  })

  it.each(examples.filter(([name]) => name.startsWith('changes')))(
    '%s can be kept as records',
    (_, message) => {
      const changes = message as Extract<ServerMessage, { type: 'changes' }>
      for (const record of changes.put) expect(isRecord(record), JSON.stringify(isRecord.errors)).toBe(true)

      const records = new Records()
      expect(records.apply({ ...changes, from: 0 })).toBe(true)
      for (const record of changes.put) expect(records.one(record.type, record.id).value).toEqual(record)
    },
  )
})
