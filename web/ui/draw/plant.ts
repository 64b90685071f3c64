/** The geometry of the plants of a scene. Variety comes from a fixed table, never from chance. */

export type Point = readonly [x: number, y: number]

export interface PlantShape {
  readonly stem: string
  readonly tip: Point
  /** Degrees that the tip leans from upright. */
  readonly lean: number
  readonly leaves: readonly { at: Point; turn: number; size: number; mirrored: boolean }[]
}

const wobbles = [0.42, -0.71, 0.18, 0.93, -0.35, -0.08, 0.66, -0.9, 0.27, -0.52, 0.8, -0.2, 0.05, -0.64]

/** One of a fixed row of numbers from -1 to 1. */
export function wobble(index: number): number {
  return wobbles[((index % wobbles.length) + wobbles.length) % wobbles.length] as number
}

/** A plant on `ground` at `x`. Leaves keep their size: `leafScale` 1 is right for a scene 1080 units high. */
export function plantShape(
  x: number,
  ground: number,
  height: number,
  variant: number,
  leafScale = 1,
): PlantShape {
  const sway = Math.min(height * 0.13, 26 * leafScale)
  const bend1 = wobble(variant * 3) * sway
  const bend2 = wobble(variant * 5 + 4) * sway
  const drift = wobble(variant * 2 + 1) * sway * 0.45
  const from: Point = [x, ground]
  const first: Point = [x + bend1, ground - height * 0.35]
  const second: Point = [x + bend2, ground - height * 0.7]
  const tip: Point = [x + drift, ground - height]

  const spacing = 50 * leafScale
  const start = Math.min(42 * leafScale, height * 0.45)
  const count = Math.max(0, Math.floor((height - start - 18 * leafScale) / spacing) + 1)
  const leaves = Array.from({ length: count }, (_, i) => {
    const up = (start + i * spacing) / height
    const mirrored = (i + variant) % 2 === 0
    const spread = 27 + wobble(variant + i * 3) * 10
    return {
      at: rounded(along(from, first, second, tip, up)),
      turn: mirrored ? 180 + spread : -spread,
      size: round((1.46 - 0.5 * up + wobble(variant * 2 + i) * 0.1) * leafScale),
      mirrored,
    }
  })
  return {
    stem: `M${pair(from)}C${pair(first)} ${pair(second)} ${pair(tip)}`,
    tip: rounded(tip),
    lean: round(wobble(variant * 7 + 2) * 5),
    leaves,
  }
}

/** A line from `left` to `right` that wobbles by a few units, as if drawn by hand. */
export function groundPath(left: number, right: number, y: number): string {
  const step = 90
  let path = `M${round(left)} ${round(y)}`
  let i = 0
  for (let x = left; x < right - 1; x += step) {
    const next = Math.min(x + step, right)
    const third = (next - x) / 3
    path += `C${round(x + third)} ${round(y + wobble(i) * 2.4)} ${round(next - third)} ${round(y + wobble(i + 5) * 2.4)} ${round(next)} ${round(y + wobble(i + 9) * 1.1)}`
    i += 1
  }
  return path
}

function along(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t
  const at = (k: 0 | 1) => s * s * s * a[k] + 3 * s * s * t * b[k] + 3 * s * t * t * c[k] + t * t * t * d[k]
  return [at(0), at(1)]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function rounded([x, y]: Point): Point {
  return [round(x), round(y)]
}

function pair([x, y]: Point): string {
  return `${round(x)} ${round(y)}`
}
