// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lastImport, rememberImport, takeBack } from './last-import.ts'

let asked: string[]
let statusOf: (id: string) => number

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    asked.push(`${init?.method} ${path}`)
    const status = statusOf(/([0-9]+)\?/.exec(path)?.[1] ?? '')
    if (status === 0) return Promise.reject(new TypeError('no network'))
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify({ error: 'x' }), { status }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

it('takes back what nobody went on with, and is known again after a reload', async () => {
  statusOf = (id) => (id === '2' ? 409 : id === '3' ? 404 : 204)
  rememberImport(['1', '2', '3', '4'])
  expect(JSON.parse(sessionStorage.getItem('kiemkring.last-import') ?? '')).toEqual(['1', '2', '3', '4'])
  const seen: number[] = []
  expect(await takeBack(lastImport.value, (done) => seen.push(done))).toEqual({ gone: 3, stayed: 1, left: 0 })
  expect(asked).toContain('DELETE /api/trajectories/1?only=unchanged')
  expect(seen.at(-1)).toBe(4)
  expect(lastImport.value).toEqual([])
})

it('keeps what it could not ask about, for another try', async () => {
  statusOf = (id) => (Number(id) <= 4 ? 204 : 0)
  const ids = Array.from({ length: 40 }, (_, i) => String(i + 1))
  rememberImport(ids)
  const { gone, left } = await takeBack(ids, () => {})
  expect(gone).toBe(4)
  expect(left).toBe(36)
  expect([...lastImport.value].sort()).toEqual(ids.slice(4).sort())
})
