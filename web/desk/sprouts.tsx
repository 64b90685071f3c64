import { SceneGround, ScenePlant } from '../ui/draw/scene-plant.tsx'

const stems = [
  [60, 70, 'leaves'],
  [118, 128, 'leaves'],
  [176, 96, 'bud'],
  [238, 178, 'flower'],
  [298, 120, 'leaves'],
  [352, 150, 'bud'],
  [410, 62, 'leaves'],
] as const

/** A piece of the wood's edge beside the first forms. */
export function Sprouts() {
  return (
    <svg class="sprouts" viewBox="0 0 460 250" aria-hidden="true">
      <SceneGround left={14} right={446} y={236} />
      {stems.map(([x, height, top], i) => (
        <ScenePlant
          key={x}
          x={x}
          ground={236}
          height={height}
          variant={i * 2 + 1}
          top={top}
          leafScale={0.82}
          grows
        />
      ))}
    </svg>
  )
}
