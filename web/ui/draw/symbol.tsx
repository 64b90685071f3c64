import type { ComponentChildren } from 'preact'
import { Drawing } from './drawing.tsx'
import './icon.css'
import './plants.css'
import { Flower, Leaf } from './shapes.tsx'
import './symbol.css'

/** What lives in a field, in the order of the choice. */
export const symbolNames = [
  'bee',
  'bird',
  'butterfly',
  'flower',
  'frog',
  'hedgehog',
  'mushroom',
  'tree',
] as const

export type SymbolName = (typeof symbolNames)[number]

export interface FieldSymbolProps {
  name: SymbolName
  /** A CSS length. */
  size?: string
  label?: string | undefined
}

/** What somebody takes to the field: one pen, the light green of a leaf, and ochre. */
export function FieldSymbol({ name, size = '3rem', label }: FieldSymbolProps) {
  return (
    <Drawing viewBox="0 0 48 48" label={label} class="draw-symbol" style={{ width: size, height: size }}>
      {symbols[name]}
    </Drawing>
  )
}

const Green = ({ d }: { d: string }) => <path class="draw-leaf" d={d} />
const Gold = ({ d }: { d: string }) => <path class="draw-gold" d={d} />
/** On paper or on green. */
const Pen = ({ d }: { d: string }) => <path class="draw-pen draw-symbol-line" d={d} />
/** On gold, which is as light at night as by day. */
const PenOnGold = ({ d }: { d: string }) => (
  <path class="draw-pen draw-ink-line draw-symbol-line-on-gold" d={d} />
)
const Dot = ({ x, y, r = 1.5 }: { x: number; y: number; r?: number }) => (
  <circle class="draw-symbol-dot" cx={x} cy={y} r={r} />
)

const symbols: Readonly<Record<SymbolName, ComponentChildren>> = {
  bee: (
    <>
      <Green d="M23 19.8C16.6 19 13 13.8 14.9 8.5 20.6 8.3 24.7 12.9 23.9 19.8Z" />
      <Green d="M25.2 19.8C24.5 12.9 28.6 8 34.5 8.7 36.2 14.3 32 19.3 25.2 19.8Z" />
      <Pen d="M11.6 28.3L7.3 28.7M34.8 23C35.7 19.7 37.8 17.8 40.7 17.7M36.2 25.2C38.2 23 40.4 22.2 42.9 22.8" />
      <Gold d="M11.3 28.2C11.4 23.1 17 19.7 23.8 19.8 31 19.9 36.5 23.4 36.6 28.1 36.7 33 31.1 36.5 24 36.4 17 36.3 11.2 33.1 11.3 28.2Z" />
      <PenOnGold d="M18.3 20.8C16.8 25.6 16.9 30.9 18.4 35.5M25.2 19.9C26.6 25.2 26.6 30.9 25.1 36.3" />
      <circle class="draw-ink-fill" cx="31.7" cy="26.3" r="1.6" />
    </>
  ),
  bird: (
    <>
      <Pen d="M22.6 37.3L22 42.7M27.8 36.9L28.4 42.7M16.4 43C22 42.4 29 42.5 34.6 43" />
      <Gold d="M36.3 19.7L43.4 22.9 36.5 25.6Z" />
      <Green d="M5.6 30.3C12.4 31.2 15.2 28.4 17.3 23.9 19.9 18.2 23.9 14.3 29.2 14.4 34 14.5 37.1 18 37 23.2 36.9 31.8 31.4 37.6 23.9 37.5 16.5 37.4 10 34.7 5.6 30.3Z" />
      <path
        class="draw-leaf-solid"
        d="M18.7 29.3C22 24.6 26.6 22.9 31.5 24.4 30.5 30.3 25.5 33.6 18.7 29.3Z"
      />
      <Dot x={31.7} y={19.9} />
    </>
  ),
  butterfly: (
    <>
      <Pen d="M23.7 17C22.8 13 20.8 10.2 17.9 8.9M24.4 17C25.3 13 27.3 10.2 30.3 9" />
      <Green d="M23.3 25.7C16 24.6 10.7 28.3 11.3 36.1 18.3 40 23.3 34.7 23.3 25.7Z" />
      <Green d="M24.8 25.7C32 24.6 37.3 28.3 36.7 36.1 29.7 40 24.7 34.7 24.8 25.7Z" />
      <Gold d="M23.4 24.2C21 14.9 14 8.9 5.3 9.9 4 18.9 10.5 26.8 23.4 24.2Z" />
      <Gold d="M24.7 24.2C27 14.9 34 8.9 42.7 10 44 18.9 37.6 26.8 24.7 24.2Z" />
      <PenOnGold d="M11.4 15.9C13.6 16 15.3 17 16.5 18.8M36.7 15.9C34.5 16 32.8 17 31.6 18.8" />
      <path class="draw-pen draw-symbol-line draw-symbol-body" d="M24 18.3C24.3 24 24.3 30.8 23.9 37" />
    </>
  ),
  flower: (
    <>
      <path class="draw-pen draw-green-line draw-symbol-line" d="M24 21C24.6 29 23.6 36.5 24.2 44" />
      <Leaf solid x={24} y={41} scale={0.85} />
      <Leaf solid left x={24} y={37.5} scale={0.8} />
      <Flower x={24} y={18.5} scale={1.05} />
    </>
  ),
  frog: (
    <>
      <Green d="M8.6 18.7C6 12.6 9.6 8.3 14.4 8.4 17.9 8.5 20 10.9 20.6 14.3 22.9 14.1 25.3 14.1 27.5 14.3 28.1 10.9 30.3 8.5 33.7 8.4 38.5 8.3 42 12.6 39.4 18.7 41.5 21 42.6 23.9 42.5 27.3 42.3 35.3 34.6 40.1 24 40.1 13.4 40.1 5.7 35.3 5.5 27.3 5.4 23.9 6.5 21 8.6 18.7Z" />
      <Dot x={14.5} y={14.8} r={2} />
      <Dot x={33.6} y={14.8} r={2} />
      <Pen d="M11.8 27.3C18 33.7 30 33.7 36.3 27.3" />
      <Dot x={21.8} y={22.9} r={0.9} />
      <Dot x={26.3} y={22.9} r={0.9} />
    </>
  ),
  hedgehog: (
    <>
      <Pen d="M13.3 37L12.9 41.3M20 37.5V41.5M28.7 37.5L28.8 41.5M35.6 36.8L36 41" />
      <Green d="M29 17.9C35.9 19.2 40.4 24.5 44.6 31.5 45.6 34 44 35.7 41.3 36.1L29.5 37.7Z" />
      <Gold d="M30.9 37.7C22.9 38.5 15.5 38.4 9.4 37.3L8.9 33.7 4.7 32.3 6.9 28.5 3.9 25 8.1 22.9 7.1 18.3 11.8 18.3 12.9 13.5 17.2 15.4 20.1 11.3 23.3 14.6 27.5 12.1 29.1 16.3 33.3 16.9C29.1 23.3 28.6 31 30.9 37.7Z" />
      <PenOnGold d="M13.3 24.5L15.3 27.5M20 20.8L21.7 24M20.3 29.5L22 32.5M13.7 32L15.3 34.5" />
      <Dot x={35.6} y={26.9} />
      <Dot x={44} y={32.6} r={1.9} />
    </>
  ),
  mushroom: (
    <>
      <Green d="M18.4 26.7C19.1 32.7 18.3 37.5 15.9 41.7 21.2 43.2 27 43.2 32.2 41.7 29.8 37.5 28.9 32.7 29.6 26.7Z" />
      <Gold d="M5.5 26C5.6 13.9 13.6 6.8 24.2 6.9 34.8 7 42.5 14.1 42.6 26 36 29.5 12 29.5 5.5 26Z" />
      <circle class="draw-symbol-spot" cx="16.4" cy="18.3" r="2.7" />
      <circle class="draw-symbol-spot" cx="26.4" cy="13.6" r="2.3" />
      <circle class="draw-symbol-spot" cx="33.3" cy="21.3" r="2.9" />
      <Pen d="M7.5 43C19 42.3 30 42.3 41 43" />
    </>
  ),
  tree: (
    <>
      <Green d="M13.7 30.7C5.3 30.3 2.9 20.8 9.3 17.2 8.7 8.3 17.6 3.8 23.8 8.2 30.4 3.7 39.2 8.2 38.8 16.4 45.6 19.9 43.4 30 35 30.6 29.6 31.3 18.5 31.3 13.7 30.7Z" />
      <Pen d="M23.9 43C24.7 36.5 24.7 29 24.2 20.8M24.5 32.7L31.2 26.3M24.3 27.9L18.1 22.8M14 43.2C20.7 42.4 27.4 42.4 34 43" />
      <circle class="draw-gold" cx="14.3" cy="23.8" r="2.3" />
      <circle class="draw-gold" cx="31.8" cy="16.7" r="2.3" />
      <circle class="draw-gold" cx="21.5" cy="13.6" r="2.3" />
    </>
  ),
}
