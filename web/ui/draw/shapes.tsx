import type { JSX } from 'preact'

// The parts that every plant is made of. All stand at the origin and grow up and to the right, in the
// units of a stem: a full-grown one is about 160 high, its pen 2.5 wide.

const leaf = 'M0 0C2.4-6.9 9.3-11.8 18.2-10.8 17.3-3.3 10.2 2.2 0 0Z'
const vein = 'M2.2-1.100C6.3-3.1 10.3-5.6 13.9-8.5'
const bud =
  'M0 1.500C-5.7-2.2-7.6-9.2-5.1-15.3-4-18.2-2.2-20.7.5-22.9 2.9-20.3 4.8-17.5 5.7-14.4 7.3-8.3 5.2-2 0 1.500Z'
const budVein = 'M.5-4.700C-.9-8.4-.8-12.3.9-15.9'
const petal = 'M0-3.300C-4.2-6.9-4.5-11.7-.3-15.3 4.2-12.3 4.4-7 0-3.300Z'
const seed =
  'M.3-10.400C3.8-6.7 7.8-2.1 7.5 3.2 7.2 7.4 4.2 9.9.2 9.9-3.9 9.9-7.2 7.4-7.4 3.1-7.6-2.1-3.4-6.6.3-10.400Z'
const seedVein = 'M1.2-4.600C3.2-1.6 3.7 1.7 2.6 5.3'

interface Place {
  x?: number
  y?: number
  turn?: number
  scale?: number
}

function at({ x = 0, y = 0, turn = 0, scale = 1 }: Place, mirrored = false): string {
  const size = mirrored ? `${-scale} ${scale}` : `${scale}`
  return `translate(${round(x)} ${round(y)})${turn ? ` rotate(${round(turn)})` : ''} scale(${size})`
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** `solid` is one dark shape, as on the phone; else a light leaf with its vein. */
export function Leaf({ solid, left = false, ...place }: Place & { solid?: boolean; left?: boolean }) {
  return (
    <g transform={at(place, left)}>
      <path class={solid ? 'draw-leaf-solid' : 'draw-leaf'} d={leaf} />
      {!solid && <path class="draw-pen draw-green-line" stroke-width="1.2" d={vein} />}
    </g>
  )
}

export function Bud({ mine, ...place }: Place & { mine?: boolean }) {
  return (
    <g transform={at(place)}>
      <path class={mine ? 'draw-gold' : 'draw-leaf-solid'} d={bud} />
      <path class={`draw-pen ${mine ? 'draw-ink-line' : 'draw-paper-line'}`} stroke-width="1.8" d={budVein} />
    </g>
  )
}

export function Flower(place: Place) {
  const petals: JSX.Element[] = []
  for (const turn of [3, 62, 124, 181, 242, 303]) {
    petals.push(<path key={turn} class="draw-gold" transform={`rotate(${turn})`} d={petal} />)
  }
  return (
    <g transform={at(place)}>
      {petals}
      <circle class="draw-ink-fill" r="3.9" />
    </g>
  )
}

export function SeedShape({ open, ...place }: Place & { open?: boolean }) {
  return (
    <g transform={at(place)}>
      <path class={open ? 'draw-open' : 'draw-gold'} d={seed} />
      {!open && <path class="draw-pen draw-ink-line" stroke-width="1.3" d={seedVein} />}
    </g>
  )
}

/** Two leaves on a short stalk: somebody who is in. */
export function Sprout({ mine, ...place }: Place & { mine?: boolean }) {
  return (
    <g class={mine ? 'draw-mine' : undefined} transform={at(place)}>
      <path
        class={`draw-pen ${mine ? 'draw-ink-line' : 'draw-green-line'}`}
        stroke-width="2.4"
        d="M-.4 15.200C.6 10.1-.4 5 .2 0"
      />
      <path
        class={mine ? 'draw-gold' : 'draw-leaf-solid'}
        d="M.2 1C-1.1-5.6-6.2-8.7-12.7-7.5-12 -1.2-6.4 2.7.2 1Z"
      />
      <path
        class={mine ? 'draw-gold' : 'draw-leaf-solid'}
        d="M.1.200C.6-6.6 5.3-10.4 12-9.8 12 -3.3 7-.2.1.200Z"
      />
    </g>
  )
}
