import { expect, test } from 'vitest'
import { group, me, myIdea, round, session, testRoom } from '../test-room.ts'
import { resultView } from './result-view.ts'

const entry = (place: number, candidate: number) => ({
  place,
  candidate,
  letter: String.fromCharCode(64 + candidate),
  title: `idee ${candidate}`,
  votes: 10 - place,
  tied: false,
})
const top = { type: 'top' as const, id: 0, size: 5, near_misses: [], decided_by: null, seed: '' }

test('Places are known from the last up; the rest stays secret', () => {
  const room = testRoom([
    session,
    round('top5'),
    group(7, 'Bomen', 'G'),
    me(),
    myIdea(1, 'boom', { group: 7 }),
    { ...top, revealed: 2, entries: [entry(5, 6), entry(4, 7)] },
  ])
  const view = resultView(room)
  expect(view?.open).toBe(2)
  expect(view?.places.map((place) => place?.place)).toEqual([undefined, undefined, undefined, 4, 5])
  expect(view?.places[3]?.own).toBe(true)
  expect(view?.places[4]?.own).toBe(false)
})

test('There is no result before there is a top', () => {
  expect(resultView(testRoom([session, round('vote')]))).toBeUndefined()
})
