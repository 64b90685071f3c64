import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readingMs, sendExport, stillMs } from './send-export.ts'

/** As much of a browser's as is used: what is sent is moved on by the test. */
class Request {
  static last: Request
  readonly upload: { onprogress?: (event: { loaded: number }) => void; onload?: () => void } = {}
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  status = 0
  responseText = ''
  sent: unknown
  constructor() {
    Request.last = this
  }
  address = ''
  open(_method: string, address: string) {
    this.address = address
  }
  setRequestHeader() {}
  send(body: unknown) {
    this.sent = body
  }
  abort() {
    this.onabort?.()
  }
  answer(status: number, text: string) {
    this.status = status
    this.responseText = text
    this.onload?.()
  }
}

const file = new Blob(['{"kiemkring":1}'])

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('XMLHttpRequest', Request)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('A large file on a slow line takes its time, and tells how far it is', async () => {
  const told: number[] = []
  const sending = sendExport(file, '?retained_until=2027-06-01', (fraction) => told.push(fraction))
  expect(Request.last.sent).toBe(file)
  expect(Request.last.address).toBe('/api/sessions/import?retained_until=2027-06-01')
  for (const loaded of [3, 6, 9, 12]) {
    await vi.advanceTimersByTimeAsync(stillMs - 1)
    Request.last.upload.onprogress?.({ loaded })
  }
  Request.last.upload.onload?.()
  await vi.advanceTimersByTimeAsync(readingMs - 1)
  Request.last.answer(201, '{"id":"s1"}')
  expect(await sending).toEqual({ ok: true, status: 201, body: { id: 's1' } })
  expect(told).toEqual([0.2, 0.4, 0.6, 0.8, 1])
})

test('What does not move any more is given up', async () => {
  const sending = sendExport(file, '?retained_until=2027-06-01', () => {})
  await vi.advanceTimersByTimeAsync(stillMs)
  expect(await sending).toMatchObject({ ok: false, status: 0, error: 'offline' })
})

test('Somebody who stops it stops the sending', async () => {
  const stop = new AbortController()
  const sending = sendExport(file, '', () => {}, stop.signal)
  const aborted = vi.spyOn(Request.last, 'abort')
  stop.abort()
  expect(aborted).toHaveBeenCalledOnce()
  expect(await sending).toMatchObject({ ok: false, status: 0 })
})

test('A refusal keeps its code', async () => {
  const sending = sendExport(file, '?retained_until=2027-06-01', () => {})
  Request.last.answer(409, '{"error":"session_exists"}')
  expect(await sending).toMatchObject({ ok: false, status: 409, error: 'session_exists' })
})
