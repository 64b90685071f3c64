import type { JSX } from 'preact'
import { Drawing } from './drawing.tsx'
import './plants.css'
import { round } from './shapes.tsx'
import { StemShape } from './stem-shape.tsx'
import './wood-edge.css'

/** The edge of a wood before a hall, in morning light: outside, your own site. Import it lazily. */
export default function WoodEdge({ class: name }: { class?: string }) {
  return (
    <Drawing viewBox="0 -258 390 264" fit="xMidYMax slice" class={name ? `draw-wood ${name}` : 'draw-wood'}>
      <path
        class="draw-wood-sun"
        d="M214-222C257-223 292-189 292-147 292-105 258-71 215-71 172-71 138-105 138-147 138-188 171-221 214-222Z"
      />
      <path
        class="draw-wood-far"
        d="M-4 0C-6-42 2-88 26-98 30-126 74-134 86-108 112-118 138-96 130-70 152-62 158-30 148 0Z"
      />
      <path
        class="draw-pen draw-wood-hall"
        d="M168 0C167-34 168-62 169-92L222-112 224-93 276-113 278-93 330-113 331-94 394-110M169-92C242-94 318-92 394-93M188-66L214-67 214-40 188-39ZM232-66L258-67 259-40 232-39ZM188-53H214M232-53H258M290 0C289-24 289-44 290-62L346-63C347-42 347-20 346 0M290-47C308-48 328-47 346-48M290-32C308-33 328-32 346-33M290-17C308-18 328-17 346-18"
      />
      <path class="draw-wood-trunk" d="M-6 2C0-60-2-150-8-262L14-262C13-170 16-70 26 2Z" />
      <path
        class="draw-pen draw-wood-bark"
        d="M2-214C6-211 9-212 12-216M1-172C4-168 7-169 10-170M3-122C7-120 10-122 13-126M4-76C8-73 11-74 14-77"
      />
      <g class="draw-grow">
        {grass(58)}
        {grass(128)}
        {grass(196)}
        {grass(262)}
        {grass(322)}
        <g class="draw-wood-pale">
          <StemShape x={92} height={128} leaves={9} top="none" variant={1} solid />
          <StemShape x={306} height={84} leaves={7} top="none" variant={4} solid />
        </g>
        <StemShape x={44} height={196} leaves={12} top="bud" variant={2} solid />
        <StemShape x={364} height={168} leaves={11} top="bud" variant={5} solid />
        {umbel(146, 158, 24)}
        {umbel(278, 122, 18)}
      </g>
      <path class="draw-pen draw-wood-ground" d="M-4 .8C42-1.8 88 2.4 136 .2S226-1.4 272 1.2 350-.8 394 .6" />
    </Drawing>
  )
}

/** Nine blades from one root, each bent its own way. */
function grass(x: number): JSX.Element {
  const blades: [number, number, number][] = [
    [-26, -32, -8],
    [-19, -44, -5],
    [-10, -38, -3],
    [-5, -52, 0],
    [3, -40, 1],
    [8, -50, 3],
    [17, -36, 5],
    [25, -40, 8],
  ]
  const path = blades.map(
    ([tip, high, root]) =>
      `M${x + root} 0C${x + root} ${high * 0.5} ${x + tip * 0.5} ${high * 0.85} ${x + tip} ${high}`,
  )
  return <path class="draw-pen draw-green-line" stroke-width="1.9" d={path.join('')} />
}

/** A stalk that ends in a bowl of small gold flowers. */
function umbel(x: number, height: number, spread: number): JSX.Element {
  const tips = [-1, -0.62, -0.3, 0, 0.3, 0.64, 1].map((side, index) => ({
    x: round(x + side * spread),
    y: round(-height - 15 - (1 - side * side) * 9 - (index % 2) * 2.5),
  }))
  const rays = tips.map(
    (tip) => `M${x} ${-height}C${x} ${-height - 9} ${tip.x} ${tip.y + 12} ${tip.x} ${tip.y}`,
  )
  return (
    <>
      <StemShape x={x} height={height} leaves={3} top="none" variant={3} solid />
      <path class="draw-pen draw-green-line" stroke-width="1.8" d={rays.join('')} />
      {tips.map((tip, index) => (
        <circle key={tip.x} class="draw-gold" cx={tip.x} cy={tip.y} r={index % 2 ? 4.3 : 3.6} />
      ))}
    </>
  )
}
