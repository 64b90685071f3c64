// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { forgetSlideKeys, slideKey } from './slide-keys.ts'

const file = (name: string) => new File(['x'], name, { lastModified: 1 })

it('A slide keeps its name until all of its file came', () => {
  const key = slideKey(file('dias.pdf'), 3, 1)
  expect(key).toMatch(/^[0-9a-f]{32}$/)
  expect(slideKey(file('dias.pdf'), 3, 1)).toBe(key)
  const others = [slideKey(file('dias.pdf'), 3, 2), slideKey(file('dias.pdf'), 4, 1), slideKey(file('plan.pdf'), 3, 1)]
  expect(new Set([key, ...others]).size).toBe(4)
  forgetSlideKeys(file('dias.pdf'), 3)
  expect(slideKey(file('dias.pdf'), 3, 1)).not.toBe(key)
  expect(slideKey(file('dias.pdf'), 4, 1)).toBe(others[1])
})
