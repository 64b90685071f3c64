import { expect, test } from 'vitest'
import type { RecordOf } from '../../shared/records.ts'
import { me, myIdea, round, session, testRoom } from '../test-room.ts'
import { ideaPhotos, lostPhotos } from './idea-photos-view.ts'
import type { WaitingPhoto } from './photo-sender.ts'

function mine(id: number, change: Partial<RecordOf<'my_photo'>> = {}): RecordOf<'my_photo'> {
  return { type: 'my_photo', id, key: `k${id}`, idea: 1, description: '', status: 'here', released: false, ...change }
}
function here(key: string, change: Partial<WaitingPhoto> = {}): WaitingPhoto {
  return { key, session: 's', photo: new Blob(), address: `blob:${key}`, progress: 0, ...change }
}
const forget = async () => {}

test('Each photo says how far it is', () => {
  const room = testRoom([
    session,
    round('ideas'),
    me(),
    myIdea(1, 'bank'),
    mine(1),
    mine(2, { released: true }),
    mine(3, { status: 'hidden' }),
    mine(4, { status: 'awaited' }),
    mine(5, { status: 'awaited' }),
    mine(6, { status: 'awaited' }),
    mine(7, { status: 'erased' }),
    mine(8, { idea: 2 }),
  ])
  const waiting = [here('k4', { progress: 0.4 }), here('k5', { refused: 'bad_image' })]
  expect(ideaPhotos(room, waiting, { id: 1 }, forget).map(({ state, percent }) => [state, percent])).toEqual([
    ['here', 100],
    ['released', 100],
    ['hidden', 100],
    ['sending', 40],
    ['failed', 0],
    ['elsewhere', 0],
  ])
})

test('One that was erased while it was sent says so, and goes from the phone when it is put away', async () => {
  const room = testRoom([session, round('ideas'), me(), myIdea(1, 'bank'), mine(1, { status: 'erased' })])
  const gone: string[] = []
  const seen = (waiting: WaitingPhoto[]) => ideaPhotos(room, waiting, { id: 1 }, async (key) => void gone.push(key))
  const [sending] = seen([here('k1', { progress: 0.4 })])
  expect(sending).toMatchObject({ state: 'failed', refused: 'erased', address: 'blob:k1' })
  expect(seen([here('k1', { refused: 'not_found' })])[0]?.refused).toBe('erased')
  await sending?.erase()
  expect(gone).toEqual(['k1'])
  expect(seen([])).toEqual([])
})

test('A photo of an idea that is still on this phone stands with it', () => {
  const room = testRoom(
    [session, round('ideas'), me(), myIdea(1, 'bank')],
    [{ n: 4, op: 'add_photo', args: { idea: 1, photo: 'k9' }, state: 'kept' }],
  )
  expect(ideaPhotos(room, [here('k3')], { photo: 'k3' }, forget)[0]).toMatchObject({ state: 'waiting', address: 'blob:k3' })
  expect(ideaPhotos(room, [here('k9')], { id: 1 }, forget)[0]).toMatchObject({ key: 'k9', state: 'waiting' })
})

test('What was refused and belongs to no idea is told apart', () => {
  const room = testRoom([session, round('ideas'), me(), mine(1, { status: 'awaited' })])
  const waiting = [here('k1', { refused: 'bad_image' }), here('x', { refused: 'quota' }), here('y')]
  expect(lostPhotos(room, waiting).map(({ key }) => key)).toEqual(['x'])
})
