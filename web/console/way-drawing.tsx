import { Drawing } from '../ui/draw/drawing.tsx'
import { ScenePlant, SceneGround, SceneSeed } from '../ui/draw/scene-plant.tsx'
import type { Way } from './picture.ts'

/** A small picture of each way out of a tie. */
export function WayDrawing({ way }: { way: Way }) {
  return (
    <Drawing viewBox="0 0 300 150" class="way-drawing" fit="xMinYMax meet">
      {way === 'widen' && (
        <>
          {[118, 104, 92, 78].map((height, i) => (
            <ScenePlant
              key={height}
              x={24 + i * 46}
              ground={140}
              height={height}
              variant={i}
              top="bud"
              leafScale={0.62}
            />
          ))}
          <ScenePlant
            x={216}
            ground={140}
            height={58}
            variant={5}
            top="flower"
            leafScale={0.62}
            topScale={1.5}
          />
          <ScenePlant
            x={264}
            ground={140}
            height={58}
            variant={6}
            top="flower"
            leafScale={0.62}
            topScale={1.5}
          />
        </>
      )}
      {way === 'run_off' && (
        <>
          <ScenePlant x={86} ground={140} height={92} variant={2} top="bud" leafScale={0.8} />
          <ScenePlant x={212} ground={140} height={92} variant={8} top="bud" leafScale={0.8} />
          <path class="way-between" d="M132 74C142 64 158 64 168 75" />
        </>
      )}
      {way === 'merge' && (
        <>
          <path class="way-roots" d="M96 140C114 122 146 116 150 86M204 140C186 122 154 116 150 86" />
          <ScenePlant x={150} ground={90} height={44} variant={4} leafScale={0.9} />
        </>
      )}
      {way === 'draw' && (
        <>
          <path class="way-pot" d="M92 66C132 60 176 60 212 67L196 140H108Z" />
          <SceneSeed x={132} y={42} turn={24} size={1.8} />
          <SceneSeed x={166} y={30} turn={-24} size={1.8} />
        </>
      )}
      <SceneGround left={4} right={292} y={141} />
    </Drawing>
  )
}
