import { expect, test } from 'vitest'
import { roundText } from './show-view.ts'
import { agenda, me, round, session, testRoom } from './test-room.ts'

test('The text of a round is there while it is on', () => {
  const text = 'Welkom.\n\nDit is onze plek.'
  const room = testRoom([session, round('show'), me(), agenda([{ kind: 'show', text, state: 'now' }, {}], 1)])
  expect(roundText(room, 1)).toBe(text)
  expect(roundText(room, 2)).toBe('')
  expect(roundText(room, 9)).toBe('')
})
