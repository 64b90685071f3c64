import './plant.css'
import { groundPath, plantShape, wobble } from './plant.ts'

const leafPath = 'M0 0C5-9 17-13 30-8C24 3 10 6 0 0Z'
const veinPath = 'M4-1C11-4 18-6 24-7'
const budPath = 'M0 3C-9-2-9-15 1-25C10-15 9-2 0 3Z'
const budVein = 'M0 2C-2-6-1-13 1-18'
const petalPath = 'M0-4C-7-9-6-20 0-22C7-20 7-9 0-4Z'
const seedPath = 'M0-9C7-7 8 5 1 9C-7 7-7-5 0-9Z'

export interface ScenePlantProps {
  readonly x: number
  readonly ground: number
  readonly height: number
  readonly variant?: number
  readonly top?: 'leaves' | 'bud' | 'flower' | 'none'
  /** 1 in a scene 1080 units high. */
  readonly leafScale?: number
  readonly topScale?: number
  /** Lets the plant rise from the ground when it appears. */
  readonly grows?: boolean
  readonly quiet?: boolean
}

/** A plant inside the `<svg>` of a scene. */
export function ScenePlant(props: ScenePlantProps) {
  const { x, ground, height, variant = 0, top = 'leaves', leafScale = 1, topScale = 1.4 } = props
  const shape = plantShape(x, ground, height, variant, leafScale)
  const [tipX, tipY] = shape.tip
  const classes = ['plant', props.grows && 'plant--grows', props.quiet && 'plant--quiet']
  return (
    <g class={classes.filter(Boolean).join(' ')}>
      <path class="plant__stem" d={shape.stem} />
      {shape.leaves.map((leaf) => (
        <Leaf key={`${leaf.at[1]}`} at={leaf.at} turn={leaf.turn} size={leaf.size} mirrored={leaf.mirrored} />
      ))}
      {top === 'leaves' && (
        <>
          <Leaf at={shape.tip} turn={-58} size={leafScale} mirrored={false} />
          <Leaf at={shape.tip} turn={238} size={leafScale} mirrored />
        </>
      )}
      {top === 'bud' && (
        <g transform={`translate(${tipX} ${tipY}) rotate(${shape.lean}) scale(${topScale * leafScale})`}>
          <path class="plant__bud" d={budPath} />
          <path class="plant__vein" d={budVein} />
        </g>
      )}
      {top === 'flower' && (
        <g transform={`translate(${tipX} ${tipY}) scale(${topScale * leafScale})`}>
          <Flower variant={variant} />
        </g>
      )}
    </g>
  )
}

/** Six petals round an eye, about 44 units across. */
export function Flower({ variant = 0 }: { variant?: number }) {
  return (
    <g class="plant__flower">
      {[0, 60, 120, 180, 240, 300].map((turn, i) => (
        <path
          key={turn}
          class="plant__petal"
          d={petalPath}
          transform={`rotate(${turn + Math.round(wobble(variant + i) * 5)})`}
        />
      ))}
      <circle class="plant__eye" r="5" />
    </g>
  )
}

function Leaf(props: { at: readonly [number, number]; turn: number; size: number; mirrored: boolean }) {
  const { at, turn, size, mirrored } = props
  return (
    <g transform={`translate(${at[0]} ${at[1]}) rotate(${turn}) scale(${size} ${mirrored ? -size : size})`}>
      <path class="plant__leaf" d={leafPath} />
      <path class="plant__vein" d={veinPath} />
    </g>
  )
}

export function SceneSeed(props: { x: number; y: number; turn: number; size: number; empty?: boolean }) {
  return (
    <path
      class={props.empty ? 'plant-seed plant-seed--empty' : 'plant-seed'}
      d={seedPath}
      transform={`translate(${props.x} ${props.y}) rotate(${props.turn}) scale(${props.size})`}
    />
  )
}

export function SceneGround(props: { left: number; right: number; y: number }) {
  return <path class="plant-ground" d={groundPath(props.left, props.right, props.y)} />
}
