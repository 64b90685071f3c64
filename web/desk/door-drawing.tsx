import type { PairedRole } from '../shared/http.ts'
import { SceneGround, ScenePlant } from '../ui/draw/scene-plant.tsx'

/** A tablet or a big screen with what grows on it. */
export function DoorDrawing({ shows }: { shows: PairedRole }) {
  return (
    <svg class="door__drawing" viewBox="0 0 300 170" aria-hidden="true">
      <SceneGround left={10} right={290} y={160} />
      {shows === 'facilitator' ? (
        <>
          <path
            class="door__frame"
            d="M88 36C130 34 170 34 213 36C216 74 216 112 213 152C170 155 130 155 88 152C85 112 85 74 88 36Z"
          />
          <path class="door__line" d="M104 130H150M104 112H138" />
          <path
            class="door__go"
            d="M164 112C176 111 188 111 198 112C199 122 199 130 198 138C186 139 176 139 164 138C163 130 163 122 164 112Z"
          />
          <ScenePlant x={124} ground={98} height={36} variant={3} leafScale={0.5} />
          <ScenePlant x={154} ground={98} height={46} variant={4} leafScale={0.5} top="bud" />
          <ScenePlant x={182} ground={98} height={28} variant={6} leafScale={0.5} />
        </>
      ) : (
        <>
          <path
            class="door__frame"
            d="M48 18C116 15 186 15 253 18C256 52 256 86 253 122C186 125 116 125 48 122C45 86 45 52 48 18Z"
          />
          <path class="door__stand" d="M104 158L118 125M197 158L183 125" />
          <path class="door__qr-sign" d="M66 36H92V62H66ZM74 44H84V54H74Z" />
          <ScenePlant
            x={128}
            ground={112}
            height={46}
            variant={1}
            leafScale={0.6}
            top="flower"
            topScale={1}
          />
          <ScenePlant
            x={164}
            ground={112}
            height={58}
            variant={5}
            leafScale={0.6}
            top="flower"
            topScale={1}
          />
          <ScenePlant x={200} ground={112} height={70} variant={2} leafScale={0.6} top="bud" />
        </>
      )}
    </svg>
  )
}
