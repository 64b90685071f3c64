import { Drawing } from './drawing.tsx'
import './flower-bed.css'
import './plants.css'
import { SeedShape } from './shapes.tsx'
import { StemShape } from './stem-shape.tsx'

export interface ParticipationProps {
  done: number
  total: number
  label?: string
  class?: string
}

const step = 25
/** Of more people than this the words beside the drawing tell the number. */
const drawnMax = 60
const heights = [92, 62, 96, 70, 78, 88, 66, 84, 74, 98, 68, 80] as const

/** A stem for everybody who acted, a dashed seed for who has not yet. */
export function Participation({ done, total, label, class: name }: ParticipationProps) {
  const drawn = Math.min(total, drawnMax)
  const grown = total > drawnMax ? Math.round((done / total) * drawnMax) : Math.min(done, drawn)
  const wide = step * Math.max(drawn, 1)
  return (
    <Drawing viewBox={`-4 -116 ${wide + 8} 122`} fit="xMinYMax meet" label={label} class={name}>
      {Array.from({ length: drawn }, (_, place) => {
        const x = step * (place + 0.5)
        if (place >= grown) return <SeedShape key={`seed ${place}`} open x={x} y={-11} scale={0.9} />
        return (
          <g class="draw-grow" key={`stem ${place}`}>
            <StemShape
              x={x}
              height={heights[place % heights.length] ?? 80}
              leaves={2}
              top="bud"
              variant={place}
            />
          </g>
        )
      })}
      <path class="draw-bed-ground draw-pen" d={`M0 .5C${wide * 0.3}-1.2 ${wide * 0.6} 2 ${wide} 0`} />
    </Drawing>
  )
}
