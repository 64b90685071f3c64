import { colorStyle, type GroupColor } from './color.ts'
import { Drawing } from './drawing.tsx'
import './flower-bed.css'
import './plants.css'
import { SeedShape } from './shapes.tsx'
import { StemShape } from './stem-shape.tsx'

export interface FlowerBedPlace {
  /** What tells this place from its neighbours while the bed changes; its position unless told. */
  key?: string | number
  /** 0 to 1. */
  height: number
  /** A closed place shows a bud and nothing else. */
  open: boolean
  letter?: string
  color?: GroupColor
  /** My seed lies at its root. */
  mine?: boolean
}

export interface FlowerBedProps {
  places: readonly FlowerBedPlace[]
  /** On top of an open stem: the letter in a disc of its color, or a flower. */
  head?: 'letter' | 'flower'
  label?: string
  class?: string
}

const column = 76
const tall = 150

/** The result as plants in a row, in the order they are given. The words stand in a list beside it. */
export function FlowerBed({ places, head = 'letter', label, class: name }: FlowerBedProps) {
  const wide = column * Math.max(places.length, 1)
  const lowest = places.some((place) => place.mine) ? 34 : 8
  return (
    <Drawing
      viewBox={`0 ${-tall - 52} ${wide} ${tall + 52 + lowest}`}
      fit="xMidYMax meet"
      label={label}
      class={name}
    >
      {places.map((place, index) => (
        <Plant key={place.key ?? index} place={place} index={index} head={head} />
      ))}
      <path class="draw-bed-ground draw-pen" d={groundPath(wide)} />
    </Drawing>
  )
}

function Plant({ place, index, head }: { place: FlowerBedPlace; index: number; head: 'letter' | 'flower' }) {
  const x = column * (index + 0.5)
  const height = 26 + (tall - 26) * Math.min(1, Math.max(0, place.height))
  const leaves = Math.max(2, Math.round(height / 27))
  const top = place.open ? (head === 'flower' ? 'flower' : 'none') : 'bud'
  const { letter } = place
  return (
    <>
      {/* Another key when it opens, so that it grows before the eyes of the room. */}
      <g class="draw-grow draw-bed-plant" key={place.open ? 'open' : 'closed'}>
        <StemShape
          x={x}
          height={height}
          leaves={leaves}
          top={top}
          variant={index}
          solid={head === 'letter'}
        />
        {place.open && head === 'letter' && letter !== undefined && (
          <g style={place.color && colorStyle(place.color)} transform={`translate(${x} ${-height - 14})`}>
            <path
              class="draw-bed-head"
              d="M.6-25.500C14.9-25.8 25.7-14.9 25.6-.4 25.5 14.2 14.4 25.6-.2 25.5-14.7 25.4-25.8 14.3-25.6-.3-25.4-14.7-14.3-25.3.6-25.500Z"
            />
            <text class="draw-bed-letter" y="10">
              {letter}
            </text>
          </g>
        )}
      </g>
      {place.mine && <SeedShape x={x - 2} y={20} scale={1.15} turn={14} />}
    </>
  )
}

function groundPath(wide: number): string {
  let path = 'M2 .6'
  for (let x = 0; x < wide; x += column) {
    const right = Math.min(x + column, wide - 2)
    path += `C${x + 22}-1.4 ${x + 46} 2 ${right} ${x % (column * 2) === 0 ? -0.4 : 0.8}`
  }
  return path
}
