import { SceneGround, ScenePlant } from '../../ui/draw/scene-plant.tsx'

/** The gate to the next step: locked, or open with the way going on behind it. */
export function GateDrawing({ open }: { open: boolean }) {
  return (
    <svg class="gate__drawing" viewBox="0 0 348 116" aria-hidden="true">
      <ScenePlant x={24} ground={106} height={72} variant={2} leafScale={0.5} />
      <ScenePlant
        x={322}
        ground={106}
        height={94}
        variant={5}
        leafScale={0.5}
        top={open ? 'flower' : 'leaves'}
      />
      {open && <ScenePlant x={172} ground={106} height={58} variant={1} leafScale={0.5} top="bud" />}
      {open ? (
        <>
          <path class="gate__bar" d="M62 36L112 14M62 90L112 112M112 12V114M78 30V98M95 22V106" />
          <path class="gate__bar" d="M286 36L236 14M286 90L236 112M236 12V114M270 30V98M253 22V106" />
        </>
      ) : (
        <>
          <path class="gate__bar" d="M62 37C130 34 210 34 286 37M62 87C130 90 210 84 286 87M64 88L284 38" />
          <path class="gate__bar" d="M90 28V96M118 26V96M146 28V97M202 27V97M230 26V96M258 28V96" />
          <path class="gate__shackle" d="M165 54V48C165 38 183 38 183 48V54" />
          <path class="gate__lock" d="M161 55C169 53 179 53 187 55L186 80C179 82 169 82 162 80Z" />
        </>
      )}
      <path class="gate__post" d="M62 20C61 50 63 80 62 108M286 20C287 50 285 80 286 108" />
      <SceneGround left={4} right={344} y={107} />
    </svg>
  )
}
