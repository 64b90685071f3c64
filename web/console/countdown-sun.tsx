import { Drawing } from '../ui/draw/drawing.tsx'
import './countdown-sun.css'

/** The last seconds on an ochre disc, with an ink line that runs round and gets shorter. */
export function CountdownSun({ seconds, of }: { seconds: number; of: number }) {
  const round = 2 * Math.PI * 50
  const left = Math.min(1, seconds / of)
  return (
    <Drawing viewBox="-56 -56 112 112" class="countdown-sun">
      <path
        class="countdown-disc"
        d="M1-49.5C27-50.2 50-28 49.500.5 49 28 27 49.8-.5 49.5-28 49-49.8 27-49.5-.5-49-28-27-49 1-49.5Z"
      />
      <circle
        class="countdown-ring"
        r="50"
        stroke-dasharray={`${round * left} ${round}`}
        transform="rotate(-90)"
      />
      <text class="countdown-text" y="18">
        {seconds}
      </text>
    </Drawing>
  )
}
