import { Drawing } from '../ui/draw/drawing.tsx'
import { ScenePlant } from '../ui/draw/scene-plant.tsx'
import './seat-plant.css'

/** One person as a plant: a bud on top when they are done, two leaves while they are busy, drooping when lost. */
export function SeatPlant(props: { state: 'done' | 'busy' | 'gone'; growth?: number; variant: number }) {
  const { state, growth = 0, variant } = props
  const tall = state === 'done' ? 100 + ((variant * 5) % 4) * 9 : 34 + growth * 34
  return (
    <Drawing viewBox="0 0 130 150" class="seat-plant" fit="xMidYMax meet">
      {state === 'gone' ? (
        <>
          <path class="seat-plant-lost" d="M65 148C62 128 68 112 64 94" />
          <path class="seat-plant-cross" d="M47 62C57 70 73 78 84 84M84 61C72 69 58 77 48 85" />
        </>
      ) : (
        <ScenePlant
          x={65}
          ground={148}
          height={tall}
          variant={variant}
          top={state === 'done' ? 'bud' : 'leaves'}
          leafScale={state === 'done' ? 0.88 : 0.72}
          topScale={1.5}
        />
      )}
    </Drawing>
  )
}
