import { expect, test } from 'vitest'
import { me, person, round, session, testRoom, waiting } from './test-room.ts'
import { warmUpView } from './warm-up-view.ts'

const others = [
  person(4, 'Anna', { symbol: 'frog' }),
  person(5, 'Bo', { symbol: 'frog', state: 'removed' }),
  person(6, 'Cas', { symbol: 'tree' }),
]

test('Before a choice nobody is like me', () => {
  const room = testRoom([session, round('lobby'), me(), person(3, 'Karin'), ...others])
  expect(warmUpView(room)).toMatchObject({ chosen: 'none', alike: 0 })
  void warmUpView(room).choose('frog')
  expect(room.send).toHaveBeenCalledWith('choose_symbol', { symbol: 'frog' })
})

test('A choice shows before it is received, with how many others made it', () => {
  const room = testRoom(
    [session, round('lobby'), me(), person(3, 'Karin', { symbol: 'tree' }), ...others],
    [waiting('choose_symbol', { symbol: 'frog' })],
  )
  expect(warmUpView(room)).toMatchObject({ chosen: 'frog', alike: 1, kept: true })
})
