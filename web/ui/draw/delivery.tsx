import { Drawing } from './drawing.tsx'
import './plants.css'
import { SeedShape, Sprout } from './shapes.tsx'

/** Where something of mine is: on the phone, on its way, or received. The word stands beside it. */
export function Delivery({
  state,
  size = '3.5rem',
}: {
  state: 'phone' | 'sent' | 'received'
  size?: string
}) {
  return (
    <Drawing viewBox="-28 -30 56 60" style={{ width: size, height: size }}>
      {state === 'phone' && (
        <>
          <path
            class="draw-pen draw-quiet-line"
            stroke-width="2.2"
            d="M-13.6-25.500C-4.5-26.3 4.6-26.2 13.3-25.4 15-25.2 15.6-24.3 15.7-22.8 16.3-7.6 16.2 7.7 15.5 22.7 15.4 24.2 14.6 25.2 13.1 25.3 4.3 26.1-4.6 26-13.2 25.4-14.7 25.3-15.5 24.3-15.6 22.9-16.3 7.7-16.3-7.5-15.7-22.7-15.6-24.3-14.9-25.4-13.6-25.500ZM-3.8 20.200C-1.2 19.9 1.3 19.9 3.8 20.1"
          />
          <SeedShape y={-3} scale={1.1} />
        </>
      )}
      {state === 'sent' && (
        <>
          <path
            class="draw-pen draw-quiet-line"
            stroke-width="2.4"
            stroke-dasharray=".1 6"
            d="M-22 25C-17 12-9 2 3-6"
          />
          <SeedShape x={11} y={-13} turn={46} scale={1.1} />
        </>
      )}
      {state === 'received' && (
        <g class="draw-grow">
          <path
            class="draw-pen draw-green-line"
            stroke-width="2.2"
            d="M-25 15.600C-12 13.9 8 16.8 25 14.600M0 15C.6 19-.5 22-4.6 25.200M.1 18.500C1 21.6 2.7 23.6 5.4 25.4"
          />
          <Sprout y={-9} scale={1.6} />
        </g>
      )}
    </Drawing>
  )
}
