import { Drawing } from '../ui/draw/drawing.tsx'
import { ScenePlant } from '../ui/draw/scene-plant.tsx'

/** The sprout of Kiemkring. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <Drawing
      viewBox="0 0 52 60"
      class="mark"
      style={{ inlineSize: `${size * 0.87}px`, blockSize: `${size}px` }}
    >
      <ScenePlant x={26} ground={58} height={30} variant={3} leafScale={0.72} />
    </Drawing>
  )
}
