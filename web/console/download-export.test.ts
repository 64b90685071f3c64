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
  expect(await done).toBe(true)
})

it('The report is the whole one, and names nobody who did not agree', async () => {
  const asked = vi.fn((_address: string) => Promise.resolve(new Response('', { status: 404 })))
  vi.stubGlobal('fetch', asked)
  await downloadExport(paired, 'pdf')
  expect(asked.mock.calls[0]?.[0]).toBe('/api/sessions/s1/export?format=pdf&readers=archive&names=agreed')
})

it('What is refused for good is not tried again', async () => {
  const asked = vi.fn(() => Promise.resolve(new Response('', { status: 404 })))
  vi.stubGlobal('fetch', asked)
  expect(await downloadExport(paired, 'xlsx')).toBe(false)
  expect(asked).toHaveBeenCalledTimes(1)
})
