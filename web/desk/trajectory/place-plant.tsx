import { Fragment } from 'preact'
import { ScenePlant } from '../../ui/draw/scene-plant.tsx'
import { wobble } from '../../ui/draw/plant.ts'
import { stepNumber } from './dossier-view.ts'
import type { PlaceRow } from './portfolio-view.ts'

const leafPath = 'M0 0C5-9 17-13 30-8C24 3 10 6 0 0Z'
const veinPath = 'M4-1C11-4 18-6 24-7'

/** One place as a plant: as high as its step, drooping when it is quiet, cut off when it ended without a match. */
export function PlacePlant(props: {
  row: PlaceRow
  x: number
  ground: number
  stepHeight: number
  variant: number
}) {
  const { row, x, ground, stepHeight, variant } = props
  if (row.outcome === 'no_match' || row.outcome === 'stopped') return <CutStem x={x} ground={ground} />
  const number = stepNumber(row.step)
  const height = Math.round((number - 0.25 + wobble(variant) * 0.06) * stepHeight)
  if (row.quiet || row.overdue)
    return <DroopingPlant x={x} ground={ground} height={height} variant={variant} />
  const top = row.outcome === 'finished' ? 'flower' : number >= 4 ? 'bud' : 'leaves'
  return (
    <ScenePlant x={x} ground={ground} height={height} variant={variant} top={top} leafScale={0.74} grows />
  )
}

/** Dotted, its tip hanging down: nobody looked after it for a while. */
function DroopingPlant({
  x,
  ground,
  height,
  variant,
}: {
  x: number
  ground: number
  height: number
  variant: number
}) {
  const tip = ground - height
  const side = variant % 2 === 0 ? 1 : -1
  const leaves: (readonly [x: number, y: number, turn: number])[] = [
    [x + 12 * side, tip + 6, 60],
    [x + 30 * side, tip + 26, 74],
    ...(height > 120
      ? ([
          [x, ground - height * 0.48, 170],
          [x, ground - height * 0.33, 25],
        ] as const)
      : []),
  ]
  return (
    <g class="plant plant--quiet plant--grows">
      <path
        class="plant__stem"
        d={`M${x} ${ground}C${x - 3 * side} ${ground - height * 0.5} ${x - 6 * side} ${tip + 4} ${x + 12 * side} ${tip}C${x + 26 * side} ${tip - 2} ${x + 30 * side} ${tip + 10} ${x + 33 * side} ${tip + 24}`}
      />
      {leaves.map(([leafX, leafY, turn]) => (
        <Fragment key={`${leafX} ${leafY}`}>
          <g transform={`translate(${leafX} ${leafY}) rotate(${side === 1 ? turn : 180 - turn}) scale(0.8)`}>
            <path class="plant__leaf" d={leafPath} />
            <path class="plant__vein" d={veinPath} />
          </g>
        </Fragment>
      ))}
    </g>
  )
}

/** It ended here; what fell lies beside it. */
function CutStem({ x, ground }: { x: number; ground: number }) {
  return (
    <g class="cut-stem">
      <path
        class="cut-stem__stem"
        d={`M${x} ${ground}L${x} ${ground - 42}M${x - 5} ${ground - 40}L${x + 6} ${ground - 46}`}
      />
      <path
        class="cut-stem__leaf"
        d={`M${x + 14} ${ground - 4}C${x + 20} ${ground - 13} ${x + 34} ${ground - 14} ${x + 42} ${ground - 5}C${x + 34} ${ground} ${x + 22} ${ground} ${x + 14} ${ground - 4}ZM${x + 19} ${ground - 5}C${x + 26} ${ground - 8} ${x + 32} ${ground - 8} ${x + 37} ${ground - 6}`}
      />
    </g>
  )
}
