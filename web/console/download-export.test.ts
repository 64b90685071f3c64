// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { downloadExport } from './download-export.ts'

const paired = { session: 's1', token: 'a' } as Parameters<typeof downloadExport>[0]

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('A download is tried again when the server said to come back, and not before', async () => {
  vi.useFakeTimers()
  const answers = [
    new Response('', { status: 503, headers: { 'Retry-After': '5' } }),
    new Response('{}', { headers: { 'Content-Disposition': 'attachment; filename="kiemkring-s1.json"' } }),
  ]
  const asked = vi.fn(() => Promise.resolve(answers.shift() as Response))
  vi.stubGlobal('fetch', asked)
  const done = downloadExport(paired, 'xlsx')
  await vi.advanceTimersByTimeAsync(4_900)
  expect(asked).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(asked).toHaveBeenCalledTimes(2)
  expect(await done).toBe('done')
})

it('The report is the whole one, and names nobody who did not agree', async () => {
  const asked = vi.fn((_address: string) => Promise.resolve(new Response('', { status: 404 })))
  vi.stubGlobal('fetch', asked)
  await downloadExport(paired, 'pdf')
  expect(asked.mock.calls[0]?.[0]).toMatch(/^\/api\/sessions\/s1\/export\?format=pdf&readers=archive&names=agreed&work=[0-9a-f]{32}$/)
})

it('What is refused for good is not tried again', async () => {
  const asked = vi.fn(() => Promise.resolve(new Response('', { status: 404 })))
  vi.stubGlobal('fetch', asked)
  expect(await downloadExport(paired, 'xlsx')).toBe('failed')
  expect(asked).toHaveBeenCalledTimes(1)
})

it('How far it is comes with the token of the tablet, and stopping it saves nothing and asks no more', async () => {
  vi.useFakeTimers()
  const asked = vi.fn((address: string, options: RequestInit): Promise<Response> => {
    if (address.includes('/export/progress?work=')) return Promise.resolve(new Response('{"done":400}'))
    return new Promise((_, left) => options.signal?.addEventListener('abort', () => left(new Error('stopped'))))
  })
  vi.stubGlobal('fetch', asked)
  const heard: number[] = []
  const stop = new AbortController()
  const done = downloadExport(paired, 'pdf', { reached: (part) => heard.push(part), signal: stop.signal })
  await vi.advanceTimersByTimeAsync(600)
  expect(heard).toEqual([0.4])
  for (const [, options] of asked.mock.calls) expect(options.headers).toEqual({ Authorization: 'Bearer a' })
  stop.abort()
  expect(await done).toBe('stopped')
  const before = asked.mock.calls.length
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveBeenCalledTimes(before)
})
