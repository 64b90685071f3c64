import { afterEach, expect, test, vi } from 'vitest'
import { upload } from './upload.ts'

afterEach(() => vi.unstubAllGlobals())

const options = { token: 'a'.repeat(64), key: 'b'.repeat(32) }
const file = new Blob([new Uint8Array(250_000)])

/** A server that keeps pieces; `act` may answer in its place. */
function serve(act: (offset: number, turn: number) => [number, object] | undefined) {
  let kept = 0
  const offsets: number[] = []
  vi.stubGlobal('fetch', async (_path: string, asked: { headers: Record<string, string>; body: Blob }) => {
    const offset = Number(asked.headers['Upload-Offset'])
    offsets.push(offset)
    const answer = act(offset, offsets.length)
    if (answer) return { status: answer[0], json: async () => answer[1] }
    if (offset !== kept) return { status: 409, json: async () => ({ error: 'wrong_offset', offset: kept }) }
    kept += asked.body.size
    return kept === file.size
      ? { status: 201, json: async () => ({ picture: 7 }) }
      : { status: 202, json: async () => ({ offset: kept }) }
  })
  return offsets
}

test('A file goes in pieces, each after the one before, and tells how far it is', async () => {
  const offsets = serve(() => undefined)
  const progress: number[] = []
  expect(await upload(file, { ...options, onProgress: (now) => progress.push(now) })).toEqual({
    ok: true,
    picture: 7,
  })
  expect(offsets).toEqual([0, 98_304, 196_608])
  expect(progress[0]).toBeCloseTo(0.393, 2)
})

test('It goes on from where the server has it', async () => {
  serve(() => undefined)
  await upload(file.slice(0, 98_304 + 1), options)
  const offsets = serve((_offset, turn) =>
    turn === 1 ? [409, { error: 'wrong_offset', offset: 0 }] : undefined,
  )
  expect(await upload(file, options)).toEqual({ ok: true, picture: 7 })
  expect(offsets).toEqual([0, 0, 98_304, 196_608])
})

test('A refusal and a lost connection are told', async () => {
  serve(() => [429, { error: 'quota' }])
  expect(await upload(file, options)).toEqual({ ok: false, status: 429, error: 'quota' })
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no network')
  })
  expect(await upload(file, options)).toEqual({ ok: false, status: 0, error: 'offline' })
})

test('A server that goes round in circles is left', async () => {
  serve(() => [409, { error: 'wrong_offset', offset: 0 }])
  expect((await upload(file, options)).ok).toBe(false)
})
