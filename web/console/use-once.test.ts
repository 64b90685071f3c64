import { expect, it } from 'vitest'
import { onceWithin, singleTap } from './use-once.ts'

it('A second tap so soon after the first does nothing, also on what came up under the finger', () => {
  let at = 0
  const done: string[] = []
  const once = onceWithin(800, () => at)
  const undo = (what: string) => once(() => done.push(what))
  undo('the third')()
  at = 350
  undo('the second')()
  at = 799
  undo('the second')()
  expect(done).toEqual(['the third'])
  at = 800
  undo('the second')()
  expect(done).toEqual(['the third', 'the second'])
})

it('The second tap of a double one is not meant for what came up; a key and a presenter are', () => {
  let opened = 0
  const tap = singleTap(() => (opened += 1))
  for (const detail of [1, 2, 0, 0]) tap({ detail } as MouseEvent)
  expect(opened).toBe(3)
})
