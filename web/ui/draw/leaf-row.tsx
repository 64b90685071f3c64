import { colorStyle, type GroupColor } from './color.ts'
import { Drawing } from './drawing.tsx'
import './plants.css'
import { Leaf } from './shapes.tsx'

export interface LeafRowProps {
  count: number
  color: GroupColor
  label?: string
  class?: string
}

const step = 21
/** Wider than this the number beside it tells more. */
const drawnMax = 14
const turns = [-28, -12, 6, -18, -2, -32, 2, -8] as const

/** A twig with a leaf for every idea of a group. */
export function LeafRow({ count, color, label, class: name }: LeafRowProps) {
  const drawn = Math.min(count, drawnMax)
  const wide = step * drawnMax
  return (
    <Drawing
      viewBox={`0 -24 ${wide} 28`}
      fit="xMinYMax meet"
      label={label}
      class={name}
      style={colorStyle(color)}
    >
      {Array.from({ length: drawn }, (_, place) => (
        <Leaf
          key={place}
          x={9 + place * step}
          y={-0.5}
          turn={turns[place % turns.length] ?? 0}
          scale={1 + (place % 3) * 0.08}
        />
      ))}
      <path class="draw-pen draw-green-line" stroke-width="2" d="M1 .8C48-1.2 92 2.2 140 .4S232 1.6 292-.6" />
    </Drawing>
  )
}
