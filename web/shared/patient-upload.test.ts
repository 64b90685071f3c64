import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { againMs, patientUpload } from './patient-upload.ts'
import type { Uploaded } from './upload.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const full: Uploaded = { ok: false, status: 503, error: 'read_only' }
const file = new Blob(['plan'])

/** Answers one after the other, with the names that were used. */
function line(...answers: Uploaded[]) {
  const keys: string[] = []
  const send = async (_file: Blob, { key }: { key: string }) => {
    keys.push(key)
    return answers.shift() ?? full
  }
  return { keys, send }
}

test('While the disk is full it waits, says so once, and goes on by itself under the same name', async () => {
  const { keys, send } = line(full, full, { ok: true, picture: 7 })
  const waits = vi.fn()
  const arriving = patientUpload(file, { key: 'k' }, waits, () => false, send)
  await vi.advanceTimersByTimeAsync(2 * againMs)
  expect(await arriving).toEqual({ ok: true, picture: 7 })
  expect(keys).toEqual(['k', 'k', 'k'])
  expect(waits).toHaveBeenCalledTimes(1)
})

test('Anything else is told at once', async () => {
  const broken: Uploaded = { ok: false, status: 422, error: 'bad_image' }
  const waits = vi.fn()
  expect(await patientUpload(file, { key: 'k' }, waits, () => false, line(broken).send)).toEqual(broken)
  expect(waits).not.toHaveBeenCalled()
})

test('What has arrived is told also when nobody looks any more', async () => {
  const arrived = { ok: true as const, id: 7 } as never
  expect(await patientUpload(file, { key: 'k' }, () => {}, () => true, line(arrived).send)).toEqual(arrived)
})

test('Whoever chose something else does not get the first after all', async () => {
  const { keys, send } = line(full)
  let over = false
  const arriving = patientUpload(file, { key: 'k' }, () => {}, () => over, send)
  await vi.advanceTimersByTimeAsync(1)
  over = true
  await vi.advanceTimersByTimeAsync(againMs)
  expect(await arriving).toBeUndefined()
  expect(keys).toEqual(['k'])
})
