import { wobble } from '../ui/draw/plant.ts'

/** How far the disc reaches from its middle, in units of the scene. */
export const sunRadius = 150

/** Time: an ochre disc with rays, at most one on the screen. */
export function SunDisc(props: { x: number; y: number; text: string; note?: string; scale?: number }) {
  const { x, y, text, note, scale = 1 } = props
  const size = text.length > 5 ? 78 : text.length > 4 ? 100 : text.length > 2 ? 124 : 190
  return (
    <g class="sun" transform={`translate(${x} ${y}) scale(${scale})`}>
      <path
        class="sun__disc"
        d="M-4 -150C84 -154 156 -86 158 -4C160 86 88 150 2 152C-86 154 -154 90 -156 2C-158 -82 -90 -148 -4 -150Z"
      />
      {Array.from({ length: 15 }, (_, i) => {
        const turn = (i * 360) / 15 + wobble(i) * 3
        const from = 166 + wobble(i * 3) * 3
        return (
          <path key={turn} class="sun__ray" d={`M${from} 0L${from + 22} 0`} transform={`rotate(${turn})`} />
        )
      })}
      <text class="sun__text" x="0" y={note ? 24 : size * 0.35} font-size={size} text-anchor="middle">
        {text}
      </text>
      {note && (
        <text class="sun__note" x="0" y="84" font-size="46" text-anchor="middle">
          {note}
        </text>
      )}
    </g>
  )
}

/** The sun on its way: up at the left, down at the right, never under the horizon. */
export function SunPath(props: {
  left: number
  right: number
  ground: number
  elapsed: number
  text: string
  note?: string
}) {
  const { left, right, ground, elapsed, text, note } = props
  const scale = Math.min(1, (right - left) / 660)
  const height = 466
  // From the horizon only as far as the disc can stand above it, and its rays inside the margin.
  const start = Math.asin((sunRadius * scale + 40) / height)
  const angle = start + Math.min(1, Math.max(0, elapsed)) * (Math.PI - 2 * start)
  const middle = (left + right) / 2
  const reach = ((right - left) / 2 - 190 * scale) / Math.cos(start)
  const x = middle - Math.cos(angle) * reach
  const y = ground - Math.sin(angle) * height
  return (
    <>
      <path
        class="sun-path"
        d={`M${Math.round(middle - reach)} ${ground - 6}A${Math.round(reach)} ${height - 6} 0 0 1 ${Math.round(middle + reach)} ${ground - 6}`}
      />
      <SunDisc x={Math.round(x)} y={Math.round(y)} text={text} note={note} scale={scale} />
    </>
  )
}
