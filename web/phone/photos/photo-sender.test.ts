import { beforeEach, expect, test, vi } from 'vitest'
import type { Uploaded } from '../../shared/upload.ts'
import { draft, emptyDraft } from '../ideas/drafts.ts'
import { testRoom } from '../test-room.ts'
import { PhotoSender } from './photo-sender.ts'
import { MemoryPhotos } from './photo-storage.ts'

const photo = new Blob(['photo'])
const arrived: Uploaded = { ok: true, picture: 1 }

beforeEach(() => {
  vi.useFakeTimers()
  draft.value = emptyDraft
})

/** A sender whose uploads end as `outcomes` say, one after the other. */
async function open(outcomes: Uploaded[] = [], storage = new MemoryPhotos(), room = testRoom([])) {
  const sent: string[] = []
  const sender = await PhotoSender.open(room, 's1', storage, async (_file, { key }) => {
    sent.push(key)
    return outcomes.shift() ?? arrived
  })
  return { sender, sent, storage, room }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

test('A photo waits while its idea is written and on its way, and goes after the answer', async () => {
  const { sender, sent, storage, room } = await open()
  draft.value = { text: 'Bank', explanation: '' }
  const key = await sender.keep(photo)
  draft.value = { ...draft.value, photo: key }
  await settle()
  expect(await storage.all('s1')).toHaveLength(1)
  room.pending.value = [{ n: 1, op: 'submit_idea', args: { text: 'Bank', explanation: '', photo: key }, state: 'sent' }]
  draft.value = emptyDraft
  await settle()
  expect(sent).toEqual([])
  room.pending.value = []
  await settle()
  expect(sent).toEqual([key])
  expect(sender.photos.value).toEqual([])
  expect(await storage.all('s1')).toEqual([])
})

test('What was kept before a reload is sent, and that of another session stays', async () => {
  const storage = new MemoryPhotos()
  await storage.put({ key: 'a', session: 's1', photo })
  await storage.put({ key: 'b', session: 's2', photo })
  const { sent } = await open([], storage)
  await settle()
  expect(sent).toEqual(['a'])
  expect(await storage.all('s2')).toHaveLength(1)
})

test('A lost connection is tried again, and at once when it is back', async () => {
  const storage = new MemoryPhotos()
  await storage.put({ key: 'a', session: 's1', photo })
  const lost: Uploaded = { ok: false, status: 0, error: 'offline' }
  const { sent, room } = await open([lost, lost, { ok: false, status: 503, error: 'read_only' }], storage)
  await settle()
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(sent).toHaveLength(2)
  room.status.value = 'offline'
  room.status.value = 'live'
  await settle()
  expect(sent).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await storage.all('s1')).toEqual([])
})

test('A photo that the server does not want is kept with the reason, and not sent again', async () => {
  const storage = new MemoryPhotos()
  await storage.put({ key: 'a', session: 's1', photo })
  const { sender, sent } = await open([{ ok: false, status: 422, error: 'bad_image' }], storage)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toEqual(['a'])
  expect(sender.photos.value[0]?.refused).toBe('bad_image')
  expect((await storage.all('s1'))[0]?.refused).toBe('bad_image')
  await sender.forget('a')
  expect(await storage.all('s1')).toEqual([])
})

test('One that nobody knows yet gets some time before it is given up', async () => {
  const storage = new MemoryPhotos()
  await storage.put({ key: 'a', session: 's1', photo })
  const unknown: Uploaded = { ok: false, status: 404, error: 'not_found' }
  const { sender, sent } = await open([unknown, unknown, arrived], storage)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(sent.length).toBe(3)
  expect(sender.photos.value).toEqual([])
})

test('The photo of somebody who was removed goes when they are brought back', async () => {
  const storage = new MemoryPhotos()
  await storage.put({ key: 'a', session: 's1', photo })
  const { sender, sent, room } = await open([{ ok: false, status: 403, error: 'forbidden' }], storage)
  await settle()
  room.status.value = 'removed'
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toEqual(['a'])
  expect(sender.photos.value[0]?.refused).toBeUndefined()
  room.status.value = 'live'
  await settle()
  expect(sent).toEqual(['a', 'a'])
  expect(sender.photos.value).toEqual([])
})
