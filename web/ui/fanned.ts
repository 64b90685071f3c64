import type { Size } from './site-plan-view.ts'

/** How a pin leans on its spot, in degrees, and how far it stands off it, in its own heights. */
export interface Lean {
  readonly turn: number
  readonly off: number
}

/** From the spot to the middle of the letter, and from one letter to the next, in heights of a pin. */
const reach = 0.63
const apart = 0.56
const rounds = 120

interface Point {
  x: number
  y: number
}

/**
 * Pins whose letters would cover each other lean apart like a fan, each still on its own spot, and stand off it where there are too
 * many. `plan` is its size in heights of a pin.
 */
export function fanned(pins: readonly { readonly x: number; readonly y: number }[], plan: Size): readonly Lean[] {
  const spots = pins.map(({ x, y }) => ({ x: x * plan.width, y: y * plan.height }))
  // On one spot the first stands a hair to the left, so that they know which way to go.
  const letters = spots.map(({ x, y }, i) => ({ x: x + i * 1e-4, y: y - reach }))
  const leaning = new Set<number>()
  for (let round = 0; round < rounds; round += 1) {
    let still = true
    for (const [i, a] of letters.entries())
      for (const [j, b] of letters.entries()) {
        const [dx, dy] = [b.x - a.x, b.y - a.y]
        const distance = Math.hypot(dx, dy)
        if (j <= i || distance >= apart) continue
        still = false
        leaning.add(i).add(j)
        const push = (apart + 0.01 - distance) / 2 / distance
        a.x -= dx * push
        a.y -= dy * push
        b.x += dx * push
        b.y += dy * push
      }
    if (still) break
    // No nearer to its spot than a pin is long, and less and less drawn back to it.
    const back = 0.2 * (1 - round / rounds)
    for (const i of leaning) {
      const [letter, spot] = [letters[i], spots[i]] as [Point, Point]
      const [dx, dy] = [letter.x - spot.x, letter.y - spot.y]
      const length = Math.hypot(dx, dy) || reach
      const wanted = Math.max(reach, length - (length - reach) * back) / length
      letter.x = spot.x + dx * wanted
      letter.y = spot.y + dy * wanted
    }
  }
  return letters.map(({ x, y }, i) => {
    if (!leaning.has(i)) return { turn: 0, off: 0 }
    const [dx, dy] = [x - (spots[i]?.x ?? 0), y - (spots[i]?.y ?? 0)]
    return { turn: (Math.atan2(dx, -dy) * 180) / Math.PI, off: Math.max(0, Math.hypot(dx, dy) - reach) }
  })
}

/** For a pin with the class `site-pin-leans`; undefined for one that stands upright. */
export function leanStyle({ turn, off }: Lean): Record<string, string> | undefined {
  if (!turn && !off) return undefined
  const radians = (turn * Math.PI) / 180
  const part = (share: number) => (share * (reach + off)).toFixed(3)
  return { '--turn': `${turn}deg`, '--dx': part(Math.sin(radians)), '--dy': part(-Math.cos(radians)) }
}
