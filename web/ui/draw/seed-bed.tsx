import { Drawing } from './drawing.tsx'
import './plants.css'
import { SeedShape } from './shapes.tsx'

export interface SeedBedProps {
  count: number
  label?: string
  class?: string
}

const columns = 20
/** Of more ideas than this the number beside the drawing is enough. */
const drawnMax = 100
const strays = [
  [-6, 5, 48],
  [3, -2, -34],
  [-4, 1, -46],
  [6, -5, -58],
  [-2, 4, 32],
  [5, 0, 4],
  [-5, -3, -24],
  [2, 6, 42],
  [4, -4, -30],
  [-3, 2, 28],
  [0, 3, -8],
] as const

/** Ideas that nobody has read yet: seeds in the ground, the newest a little larger. */
export function SeedBed({ count, label, class: name }: SeedBedProps) {
  const drawn = Math.min(count, drawnMax)
  const rows = Math.max(3, Math.ceil(drawn / columns))
  const wide = Math.max(6, Math.ceil(drawn / rows)) + 0.5
  return (
    <Drawing viewBox={`0 0 ${wide * 34} ${rows * 34 + 8}`} fit="xMinYMin meet" label={label} class={name}>
      {Array.from({ length: drawn }, (_, place) => {
        const row = place % rows
        const [dx, dy, turn] = strays[place % strays.length] ?? strays[0]
        const x = (Math.floor(place / rows) + 0.5 + (row % 2) * 0.3) * 34 + dx
        const y = (row + 0.5) * 34 + dy + 4
        return (
          <g class="draw-grow" key={place}>
            <SeedShape x={x} y={y} turn={turn} scale={place === drawn - 1 ? 1.45 : 0.95} />
          </g>
        )
      })}
    </Drawing>
  )
}
