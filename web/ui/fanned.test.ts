import { expect, test } from 'vitest'
import { fanned } from './fanned.ts'

const near = { x: 0.02, y: 0.02 }

test('A pin that stands alone stands upright', () => {
  expect(fanned([{ x: 0.1, y: 0.1 }, { x: 0.5, y: 0.5 }], near)).toEqual([
    { turn: 0, off: 0 },
    { turn: 0, off: 0 },
  ])
})

test('Those on one spot lean away from each other, by where they are from left to right', () => {
  const pins = [{ x: 0.51, y: 0.5 }, { x: 0.9, y: 0.9 }, { x: 0.5, y: 0.5 }, { x: 0.5, y: 0.51 }]
  expect(fanned(pins, near).map(({ turn }) => turn)).toEqual([54, 0, -54, 0])
})

test('No two letters come nearer to each other than a pin is wide, however many there are', () => {
  for (const count of [2, 3, 6, 7, 8, 15, 30]) {
    const letters = fanned(Array.from({ length: count }, () => ({ x: 1, y: 0 })), near).map(({ turn, off }) => ({
      x: (0.6 + off) * Math.sin((turn * Math.PI) / 180),
      y: (0.6 + off) * Math.cos((turn * Math.PI) / 180),
    }))
    for (const [i, a] of letters.entries())
      for (const b of letters.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.51)
  }
})
