import { Drawing } from './drawing.tsx'
import './sun.css'

export interface SunProps {
  /** The time, or the seconds, written on the disc. */
  text: string
  /** How much of the time is left, 1 to 0: the sun then travels along its path. Without it only the disc is drawn. */
  fraction?: number
  label?: string
  class?: string
}

const rays = [
  'M-3-85L-5-97',
  'M26-81L30-92',
  'M58-63L67-73',
  'M78-38L91-43',
  'M87-2L100-2',
  'M78 34L92 40',
  'M60 62L70 73',
  'M28 83L32 95',
  'M-7 86L-8 98',
  'M-38 77L-45 88',
  'M-66 57L-76 64',
  'M-82 22L-94 25',
  'M-83-17L-96-20',
  'M-69-52L-80-60',
  'M-38-77L-44-87',
]

/** Time, and there is only one: ochre, with ink numerals. */
export function Sun({ text, fraction, label, class: name }: SunProps) {
  if (fraction === undefined) {
    return (
      <Drawing viewBox="-104 -104 208 208" label={label} class={name}>
        <Disc text={text} />
      </Drawing>
    )
  }
  // From a little above the eastern horizon to a little above the western one.
  const gone = 1 - Math.min(1, Math.max(0, fraction))
  const angle = Math.PI * (0.14 + 0.72 * gone)
  const x = -210 * Math.cos(angle)
  const y = -250 * Math.sin(angle)
  return (
    <Drawing viewBox="-300 -356 600 366" label={label} class={name}>
      <path class="draw-sun-path" d="M-236 6C-226-162-150-250 0-250S226-162 236 6" />
      <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
        <Disc text={text} />
      </g>
    </Drawing>
  )
}

function Disc({ text }: { text: string }) {
  return (
    <>
      <path class="draw-sun-rays draw-pen" d={rays.join('')} />
      <path
        class="draw-sun-disc"
        d="M1-76C43-77 76-43 76.5-.5 77 42 43 76.5.5 76.5-42 76.5-76.5 43-76.5 1-76.5-42-43-75.5 1-76Z"
      />
      <text class="draw-sun-text" y="18" font-size={text.length > 5 ? 38 : text.length > 4 ? 46 : 54}>
        {text}
      </text>
    </>
  )
}
