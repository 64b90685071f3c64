import type { ComponentChildren, JSX } from 'preact'
import { Drawing } from './drawing.tsx'
import './plants.css'
import './ring-of-places.css'
import { SeedShape, Sprout } from './shapes.tsx'

export interface RingOfPlacesProps {
  total: number
  taken: number
  /** Which of the taken places is mine, from 0; drawn in gold. */
  mine?: number
  /** One seed waits outside: the session is full. */
  waiting?: boolean
  label?: string
  /** What stands in the middle. */
  children?: ComponentChildren
}

const radius = 104

/** One place per seat: a sprout for who is in, an open seed for who may still come. */
export function RingOfPlaces({ total, taken, mine, waiting, label, children }: RingOfPlacesProps) {
  const places: JSX.Element[] = []
  // With many places each is drawn smaller, so that neighbours never touch.
  const scale = Math.min(0.95, (2 * Math.PI * radius) / (Math.max(total, 1) * 24))
  for (let place = 0; place < total; place += 1) {
    const turn = (place / total) * 360
    const inside = place < taken
    places.push(
      <g key={place} transform={`rotate(${turn}) translate(0 ${-radius})`}>
        {inside ? (
          <Sprout scale={place === mine ? scale * 1.45 : scale} mine={place === mine} />
        ) : (
          <SeedShape open scale={scale * 0.72} turn={(place % 5) * 9 - 18} />
        )}
      </g>,
    )
  }
  return (
    <div class="draw-ring">
      <Drawing viewBox="-128 -128 256 256" label={label} class="draw-ring-places">
        {places}
        {waiting && <SeedShape x={112} y={106} scale={1.15} turn={24} />}
      </Drawing>
      <div class="draw-ring-middle">{children}</div>
    </div>
  )
}
