import type { JSX } from 'preact'
import { Bud, Flower, Leaf, round } from './shapes.tsx'

export interface StemShapeProps {
  /** How high it stands, in the units of the drawing. */
  height: number
  leaves: number
  top?: 'bud' | 'flower' | 'none'
  /** Quiet or lost: dotted and bent. */
  drooping?: boolean
  /** Which of the fixed shapes, so that neighbours differ: any whole number. */
  variant?: number
  solid?: boolean
  x?: number
  y?: number
}

/** How far the pen strays to the side at a third, at two thirds and at the top. */
const bends = [
  [2.4, -3.6, 1.2],
  [-3.2, 2.6, -1.8],
  [1.2, 3.8, 2.6],
  [-2.2, -4.2, -0.8],
  [3.6, 0.6, -2.2],
  [-1.4, 3, 1.6],
] as const

function bezier(t: number, a: number, b: number, c: number): number {
  const s = 1 - t
  return 3 * s * s * t * a + 3 * s * t * t * b + t * t * t * c
}

/** A stem that stands at (x, y) and grows up, to be drawn inside an SVG. */
export function StemShape(props: StemShapeProps) {
  const { height, leaves, top = 'none', drooping = false, variant = 0, solid = false, x = 0, y = 0 } = props
  const [a, b, c] = bends[((variant % bends.length) + bends.length) % bends.length] ?? bends[0]
  const h = Math.max(0, height)

  if (drooping) {
    const bow = Math.min(26, h * 0.4)
    const end = round(-h + bow * 0.55)
    const path = `M0 0C${a} ${round(-h * 0.4)} ${b} ${round(-h * 0.75)} ${round(bow * 0.3)} ${round(-h + bow * 0.1)} ${round(bow * 0.6)} ${round(-h - bow * 0.16)} ${round(bow)} ${round(-h + bow * 0.05)} ${round(bow)} ${end}`
    return (
      <g transform={`translate(${round(x)} ${round(y)})`}>
        <path class="draw-pen draw-quiet-line" stroke-width="2.5" stroke-dasharray=".1 5.5" d={path} />
        <ellipse class="draw-open" cx={round(bow)} cy={end + 8} rx="4.6" ry="7.4" />
      </g>
    )
  }

  const grown: JSX.Element[] = []
  // Leaves sit between a fifth and the top of the stem, and get smaller towards the light.
  const crown = top === 'none' ? 0.96 : 0.86
  for (let n = 0; n < leaves; n += 1) {
    const t = leaves === 1 ? 0.5 : 0.2 + ((crown - 0.2) * n) / (leaves - 1)
    const left = (n + variant) % 2 === 0
    const scale = (1.06 - 0.45 * t) * Math.min(1, 0.35 + h / 110)
    grown.push(
      <Leaf
        key={n}
        solid={solid}
        left={left}
        x={bezier(t, a, b, c)}
        y={-h * bezier(t, 0.33, 0.67, 1)}
        turn={left ? (n % 3) * 4 - 2 : 3 - (n % 3) * 5}
        scale={scale}
      />,
    )
  }
  return (
    <g transform={`translate(${round(x)} ${round(y)})`}>
      <path
        class="draw-pen draw-green-line"
        stroke-width="2.6"
        d={`M0 0C${a} ${round(-h * 0.33)} ${b} ${round(-h * 0.67)} ${c} ${round(-h)}`}
      />
      {grown}
      {top === 'bud' && <Bud x={c} y={-h + 1} scale={0.8} turn={c * 2} />}
      {top === 'flower' && <Flower x={c} y={-h} />}
    </g>
  )
}
