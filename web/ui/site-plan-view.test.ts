import { expect, test } from 'vitest'
import { fitted, moved, wholePicture, within, zoomed } from './site-plan-view.ts'

const whole = { width: 300, height: 200 }

test('A picture fits whole into its box', () => {
  expect(fitted({ width: 3200, height: 2000 }, { width: 360, height: 400 })).toEqual({ width: 360, height: 225 })
})

test('Pulling it to the right shows what is further left, and never leaves the picture', () => {
  expect(moved(wholePicture, { dx: 30, dy: 0 }, whole)).toEqual({ x: 0.4, y: 0.5, zoom: 1 })
  expect(moved({ ...wholePicture, zoom: 2 }, { dx: 30, dy: -20 }, whole)).toEqual({ x: 0.45, y: 0.55, zoom: 2 })
  expect(moved(wholePicture, { dx: 9000, dy: -9000 }, whole)).toEqual({ x: 0, y: 1, zoom: 1 })
})

test('Zooming in on a point leaves that point where it is', () => {
  const from = { dx: 75, dy: 50 }
  const look = zoomed(wholePicture, 2, whole, from)
  // The point under the finger was 0.75, 0.75.
  expect(look.x + from.dx / (whole.width * look.zoom)).toBeCloseTo(0.75)
  expect(look.y + from.dy / (whole.height * look.zoom)).toBeCloseTo(0.75)
  expect(zoomed(wholePicture, 0.1, whole).zoom).toBe(1)
  expect(zoomed(wholePicture, 100, whole).zoom).toBe(8)
})

test('What is outside comes to the edge', () => {
  expect(within({ x: -2, y: 1.5, zoom: 0 })).toEqual({ x: 0, y: 1, zoom: 1 })
})
