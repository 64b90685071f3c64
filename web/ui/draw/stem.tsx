import { colorStyle, type GroupColor } from './color.ts'
import { Drawing } from './drawing.tsx'
import './plants.css'
import { StemShape } from './stem-shape.tsx'

export interface StemProps {
  /** 0 is bare ground, 1 full-grown. */
  growth: number
  leaves?: number
  top?: 'bud' | 'flower' | 'none'
  drooping?: boolean
  variant?: number
  color?: GroupColor
  solid?: boolean
  label?: string
  class?: string
}

const tall = 160

/** One plant in a box of 64 by 192, standing on its lower edge. */
export function Stem({ growth, leaves = 4, color, label, class: name, ...shape }: StemProps) {
  return (
    <Drawing
      viewBox="-32 -188 64 190"
      fit="xMidYMax meet"
      label={label}
      class={name}
      style={color && colorStyle(color)}
    >
      <g class="draw-grow">
        <StemShape height={tall * Math.min(1, Math.max(0, growth))} leaves={leaves} {...shape} />
      </g>
    </Drawing>
  )
}
