import { wobble } from '../ui/draw/plant.ts'
import { SceneGround, ScenePlant } from '../ui/draw/scene-plant.tsx'
import { Scene, sceneWidth } from './scene.tsx'
import { ground } from './source.ts'

const groundY = 1000

/** A quiet strip of plants along the lower edge; `flowers` of them bloom. */
export function Meadow({ flowers }: { flowers: number }) {
  const width = sceneWidth.value
  const { left, right } = ground(width)
  const count = Math.round((right - left) / 92)
  const every = flowers > 0 ? count / flowers : 0
  const blooming = new Set(Array.from({ length: flowers }, (_, i) => Math.floor((i + 0.5) * every)))
  return (
    <Scene>
      <SceneGround left={left} right={right} y={groundY} />
      {Array.from({ length: count }, (_, i) => (
        <ScenePlant
          key={i}
          x={Math.round(left + ((i + 0.5) * (right - left)) / count + wobble(i * 3) * 14)}
          ground={groundY}
          height={Math.round((blooming.has(i) ? 250 : 140) + wobble(i * 5 + 1) * 62)}
          variant={i}
          top={blooming.has(i) ? 'flower' : i % 4 === 1 ? 'bud' : 'leaves'}
        />
      ))}
    </Scene>
  )
}
