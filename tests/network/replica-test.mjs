// Would the comparison notice? Each kind of wrong chain and of wrong content, against one that is right.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ledger, Replica } from './replica.mjs'

const idea = (id, text) => ({ type: 'idea', id, text })
const snapshot = { from: 0, to: 5, put: [idea(1, 'a'), idea(2, 'b')], gone: [] }

test('a chain has no gap and no repeat', () => {
  const replica = new Replica()
  assert.equal(replica.apply({ from: 3, to: 5, put: [], gone: [] }), 'gap')
  assert.equal(replica.apply(snapshot), 'snapshot')
  assert.equal(replica.apply({ from: 5, to: 6, put: [], gone: [] }), 'delta')
  assert.equal(replica.apply({ from: 7, to: 8, put: [idea(3, 'lost')], gone: [] }), 'gap')
  assert.equal(replica.apply({ from: 5, to: 6, put: [idea(3, 'again')], gone: [] }), 'repeat')
  assert.equal(replica.version, 6)
  assert.equal(replica.records.size, 2)
})

test('the way to a state does not matter, every record does', () => {
  const held = (...changes) => {
    const replica = new Replica()
    for (const change of [snapshot, ...changes]) replica.apply(change)
    return replica
  }
  const right = held({ from: 5, to: 6, put: [idea(2, 'c')], gone: ['idea/1'] })
  const ledger = new Ledger()
  ledger.note('participant', 'e', right, 'right')
  ledger.note('participant', 'e', held({ from: 5, to: 6, put: [idea(3, 'x'), idea(2, 'c')], gone: ['idea/1', 'idea/3'] }), 'another way')
  assert.deepEqual([ledger.compared, ledger.differences], [1, []])

  ledger.note('participant', 'e', held({ from: 5, to: 6, put: [idea(2, 'c')], gone: [] }), 'one too many')
  ledger.note('participant', 'e', held({ from: 5, to: 6, put: [], gone: ['idea/1'] }), 'an old one')
  ledger.note('participant', 'e', held({ from: 5, to: 6, put: [], gone: ['idea/1', 'idea/2'] }), 'one too few')
  assert.equal(ledger.differences.length, 3)
  assert.match(ledger.differences[0], /right and one too many differ in 1 records: idea\/1/)
  ledger.note('participant', 'another epoch', held(), 'elsewhere')
  assert.equal(ledger.differences.length, 3)
})
