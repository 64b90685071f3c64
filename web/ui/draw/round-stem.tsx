import { Drawing } from './drawing.tsx'
import './plants.css'
import './round-stem.css'
import { Bud, Flower, Leaf } from './shapes.tsx'

export interface RoundStemProps {
  /** How many rounds are over; the one that is on comes next. */
  done: number
  total: number
  /** The same in words, "4 van 9". */
  label: string
}

/** The rounds of a session as one stem along the top: leaves, a bud for now, knots ahead. */
export function RoundStem({ done, total, label }: RoundStemProps) {
  const now = Math.min(Math.max(0, done), Math.max(0, total - 1))
  const places = Array.from({ length: total }, (_, place) => place)
  return (
    <div class="draw-rounds" role="img" aria-label={label}>
      <svg
        class="draw-rounds-line"
        viewBox="0 0 600 24"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <path class="draw-rounds-ahead" d={`M${((now + 0.7) / total) * 600} 12H600`} />
        <path class="draw-rounds-grown" d={grownPath(((now + 0.5) / total) * 600)} />
      </svg>
      {places.map((place) => (
        <Drawing key={place} viewBox="-16 -14 32 28" class="draw-rounds-place">
          {place < now && (
            <>
              <Leaf solid x={-1} y={1} scale={0.72} turn={8} />
              <Leaf solid x={-3} y={-1} scale={0.6} turn={66} />
            </>
          )}
          {place === now && place === total - 1 && <Flower scale={0.82} />}
          {place === now && place < total - 1 && (
            <g transform="rotate(90)">
              <Bud mine y={9} scale={0.86} />
            </g>
          )}
          {place > now && <circle class="draw-rounds-knot" r="4" />}
        </Drawing>
      ))}
    </div>
  )
}

function grownPath(end: number): string {
  const third = end / 3
  return `M0 12.400C${third * 0.5} 10.8 ${third * 0.8} 13.4 ${third} 12.200S${third * 1.7} 11 ${third * 2} 12.3 ${third * 2.7} 11.2 ${end} 12`
}
