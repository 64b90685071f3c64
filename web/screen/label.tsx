import type { GroupColor } from '../ui/draw/color.ts'
import './label.css'

/** A plant label on its stake: the letter of a group, as on phone and tablet. Height in vh. */
export function Label(props: { letter: string; color: GroupColor; size?: number; onTint?: boolean }) {
  const { letter, color, size = 10, onTint = false } = props
  // In a small label the letter fills more of it, so that it is not smaller than any other text.
  const readable = (104 * 3.75) / size
  const letterSize =
    letter.length > 1 ? Math.min(56, Math.max(44, readable)) : Math.min(82, Math.max(60, readable))
  return (
    <svg
      class={onTint ? 'label label--on-tint' : 'label'}
      viewBox="0 0 100 104"
      style={{
        height: `${size}vh`,
        '--tint': `var(--${color}-tint)`,
        '--strong': `var(--${color}-strong)`,
      }}
      role="img"
      aria-label={letter}
    >
      <path d="M8.600 5.300C37.600 2.200 64.100 2.700 90.800 5.600C92.300 27.500 92.600 47.500 89.600 68.400C76.600 78.100 63 91.800 50.900 102C36.700 91.400 22.500 78.700 9.200 67.500C7.100 49.100 8.400 25.500 8.600 5.300Z" />
      <text x="50" y={43 + 0.35 * letterSize} font-size={letterSize} text-anchor="middle">
        {letter}
      </text>
    </svg>
  )
}
