import { colorStyle, type GroupColor } from './color.ts'
import { Drawing } from './drawing.tsx'
import { groupIconPaths } from './group-icon.tsx'
import './plant-label.css'

export interface PlantLabelProps {
  letter: string
  color: GroupColor
  /** The sign of the color under the letter. */
  icon?: boolean
  /** Paper inside instead of the tint, for a label that stands on the tint. */
  onTint?: boolean
  /** The height, a CSS length. */
  size?: string
  label?: string
}

/** A label on a stake, with the letter of a group. */
export function PlantLabel({ letter, color, icon = true, onTint, size = '3.75rem', label }: PlantLabelProps) {
  const stake = icon
    ? 'M3.5 4.700C15.6 3.1 28.7 3.2 41 3.9 41.9 16.7 41.5 29.6 40.8 42.300L24.3 60.400C23 61.6 21.6 61.5 20.5 60.300L3.2 42.700C2.5 30 2.7 17.3 3.5 4.700Z'
    : 'M3.5 4.700C15.6 3.1 28.7 3.2 41 3.9 41.7 13 41.6 22.2 40.9 31.300L24.2 47.500C22.9 48.6 21.6 48.5 20.5 47.400L3.2 31.700C2.5 22.7 2.7 13.7 3.5 4.700Z'
  return (
    <Drawing
      viewBox={icon ? '0 0 44 64' : '0 0 44 51'}
      label={label}
      class={onTint ? 'draw-label draw-label-on-tint' : 'draw-label'}
      style={{ ...colorStyle(color), height: size }}
    >
      <path class="draw-label-stake" d={stake} />
      <text class="draw-label-letter" x="22" y={icon ? 25.5 : 29}>
        {letter}
      </text>
      {icon && (
        <path
          class="draw-label-icon draw-pen"
          transform="translate(13.2 29.5) scale(.74)"
          d={groupIconPaths[color]}
        />
      )}
    </Drawing>
  )
}

/** The letter of a group inside a line of text. */
export function LetterChip({ letter, color }: { letter: string; color: GroupColor }) {
  return (
    <span class="draw-chip" style={colorStyle(color)}>
      {letter}
    </span>
  )
}
