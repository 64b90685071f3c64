import { expect, test } from 'vitest'
import { me, round, session, testRoom, waiting } from '../test-room.ts'
import { starsView } from './stars-view.ts'

test('Stars can be given and changed until the session ends', () => {
  const room = testRoom([session, round('close'), me()])
  expect(starsView(room)).toMatchObject({ given: undefined, kept: false })
  void starsView(room).give?.(4)
  expect(room.send).toHaveBeenCalledWith('give_stars', { stars: 4 })

  const changed = testRoom([session, round('close'), me({ stars: 4 })], [waiting('give_stars', { stars: 5 })])
  expect(starsView(changed)).toMatchObject({ given: 5, kept: true })

  const ended = starsView(testRoom([{ ...session, status: 'ended' }, round('close'), me({ stars: 4 })]))
  expect(ended.given).toBe(4)
  expect(ended.give).toBeUndefined()
})
