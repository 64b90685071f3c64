import { expect, test } from 'vitest'
import { fanned } from './fanned.ts'

const plan = { width: 10, height: 8 }
const lettersOf = (pins: { x: number; y: number }[]) =>
  fanned(pins, plan).map(({ turn, off }, i) => ({
    x: (pins[i]?.x ?? 0) * plan.width + (0.63 + off) * Math.sin((turn * Math.PI) / 180),
    y: (pins[i]?.y ?? 0) * plan.height - (0.63 + off) * Math.cos((turn * Math.PI) / 180),
  }))
const nearest = (letters: { x: number; y: number }[]) =>
  Math.min(
    ...letters.flatMap((a, i) => letters.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
  )

test('A pin that stands alone stands upright', () => {
  expect(fanned([{ x: 0.1, y: 0.1 }, { x: 0.5, y: 0.5 }], plan)).toEqual([
    { turn: 0, off: 0 },
    { turn: 0, off: 0 },
  ])
})

test('Two on one spot lean away from each other, each on its spot', () => {
  const [left, right] = fanned([{ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }], plan)
  expect(left?.turn).toBeLessThan(-20)
  expect(right?.turn).toBeGreaterThan(20)
  expect(left?.off).toBeLessThan(0.05)
})

test('No two letters cover each other, however many stand on one spot or close to each other', () => {
  for (const count of [2, 3, 5, 7, 8, 15, 30]) {
    const here = Array.from({ length: count }, () => ({ x: 0.5, y: 0.5 }))
    expect(nearest(lettersOf(here)), `${count} on one spot`).toBeGreaterThan(0.5)
    const near = here.map(({ x, y }, i) => ({ x: x + (i % 4) * 0.012, y: y + Math.floor(i / 4) * 0.01 }))
    expect(nearest(lettersOf(near)), `${count} close to each other`).toBeGreaterThan(0.5)
  }
})

test('What stands elsewhere stays as it is', () => {
  expect(fanned([{ x: 0.2, y: 0.2 }, { x: 0.2, y: 0.2 }, { x: 0.8, y: 0.8 }], plan)[2]).toEqual({ turn: 0, off: 0 })
})
