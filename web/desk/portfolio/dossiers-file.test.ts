import { afterEach, expect, it, vi } from 'vitest'
import { dossiersFile, nameIn, readDossiers } from './dossiers-file.ts'

afterEach(() => vi.unstubAllGlobals())

const dossier = (id: string) => ({ id, entries: [{ id: 1, at: 0, entry: { kind: 'place', name: `Plek ${id}` } }] })

function network(most: number) {
  const asked: string[][] = []
  vi.stubGlobal('fetch', (_: unknown, init: RequestInit) => {
    const { ids } = JSON.parse(String(init.body)) as { ids: string[] }
    asked.push(ids)
    const given = ids.slice(0, most)
    const body = JSON.stringify({ done: given.length, dossiers: given.map(dossier) })
    return Promise.resolve(new Response(body, { status: 200 }))
  })
  return asked
}

it('asks for the rest of what did not fit in one answer, and makes one file of it', async () => {
  const asked = network(10)
  const ids = Array.from({ length: 27 }, (_, i) => String(i))
  const steps: number[] = []
  const file = await dossiersFile(ids, 0, (done) => steps.push(done))
  expect(asked.map((one) => one.length)).toEqual([25, 17, 7])
  expect(steps).toEqual([0, 10, 20])
  const read = readDossiers((await file?.text()) ?? '')
  if ('fault' in read) throw new Error(read.fault)
  expect(read.dossiers.map(nameIn)).toEqual(ids.map((id) => `Plek ${id}`))
})

it('makes no file that lacks some of it', async () => {
  network(0)
  expect(await dossiersFile(['a'], 0, () => {})).toBeUndefined()
})

it('knows what is no file of dossiers', () => {
  expect(readDossiers('{')).toEqual({ fault: 'not_one' })
  expect(readDossiers('null')).toEqual({ fault: 'not_one' })
  expect(readDossiers('{"kiemkring_portfolio":1}')).toEqual({ fault: 'not_one' })
  expect(readDossiers('{"kiemkring_dossiers":2,"dossiers":[]}')).toEqual({ fault: 'other_version' })
  expect(nameIn({ entries: 7 })).toBe('')
})
