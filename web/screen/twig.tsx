import { wobble } from '../ui/draw/plant.ts'

const room = 366
const start = 14

/** A lying twig with one leaf for each idea of a group; from about twenty on they stand closer. */
export function Twig({ leaves }: { leaves: number }) {
  const step = Math.min(39, (room - 2 * start - 20) / Math.max(leaves, 1))
  return (
    <svg class="twig" viewBox={`0 0 ${room} 62`} preserveAspectRatio="xMinYMax meet" aria-hidden="true">
      <path class="twig__stem" d="M2 52C60 46 130 57 200 51C270 46 320 55 364 49" />
      {Array.from({ length: leaves }, (_, i) => (
        <g
          key={i}
          transform={`translate(${start + i * step + wobble(i) * 3} 51) rotate(${-37 + wobble(i * 3) * 14}) scale(${1.28 + wobble(i + 2) * 0.12})`}
        >
          <path class="twig__leaf" d="M0 0C5-9 17-13 30-8C24 3 10 6 0 0Z" />
          <path class="twig__vein" d="M4-1C11-4 18-6 24-7" />
        </g>
      ))}
    </svg>
  )
}
