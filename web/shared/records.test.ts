import { effect } from '@preact/signals'
import { expect, test } from 'vitest'
import type { GroupRecord } from './generated/record.ts'
import type { Changes } from './generated/server-message.ts'
import { Records } from './records.ts'

const group = (id: number, name: string): GroupRecord => ({
  type: 'group',
  id,
  name,
  letter: 'A',
  color: 'moss',
  order: id,
  single: false,
})

const changes = (from: number, to: number, change: Partial<Changes> = {}): Changes => ({
  type: 'changes',
  audience: 'participant',
  from,
  to,
  now: 0,
  put: [],
  gone: [],
  ...change,
})

test('Records are put, replaced and removed, in the order of their ids', () => {
  const records = new Records()
  expect(records.apply(changes(0, 3, { put: [group(2, 'b'), group(1, 'a')] }))).toBe(true)
  expect(records.all('group').value.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(records.apply(changes(3, 4, { put: [group(2, 'c')], gone: ['group/1'] }))).toBe(true)
  expect(records.all('group').value.map(({ name }) => name)).toEqual(['c'])
  expect(records.one('group', 1).value).toBeUndefined()
  expect(records.version('participant')).toBe(4)
})

test('Changes that do not follow are refused and change nothing', () => {
  const records = new Records()
  records.apply(changes(0, 3, { put: [group(1, 'a')] }))
  expect(records.apply(changes(4, 5, { gone: ['group/1'] }))).toBe(false)
  expect(records.all('group').value).toHaveLength(1)
  expect(records.version('participant')).toBe(3)
})

test('A snapshot replaces all of its audience and nothing of another', () => {
  const records = new Records()
  records.apply(changes(0, 3, { put: [group(1, 'a')] }))
  records.apply(changes(0, 3, { audience: 'me', put: [group(9, 'mine')] }))
  records.apply(changes(0, 8, { put: [group(2, 'b')] }))
  expect(records.all('group').value.map(({ id }) => id)).toEqual([2, 9])
})

test('Whoever looks sees all of one step at once', () => {
  const records = new Records()
  const seen: number[] = []
  effect(() => {
    void records.one('group', 1).value
    seen.push(records.all('group').value.length)
  })
  records.apply(changes(0, 3, { put: [group(1, 'a'), group(2, 'b')] }))
  expect(seen).toEqual([0, 2])
})
