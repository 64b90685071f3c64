import { Drawing } from './drawing.tsx'
import './plants.css'
import { SeedShape } from './shapes.tsx'

export interface SeedProps {
  /** Filled is something of mine; open is a place that is still free. */
  filled?: boolean
  /** A CSS length. */
  size?: string
  label?: string
  class?: string
}

export function Seed({ filled = true, size = '1.5em', label, class: name }: SeedProps) {
  return (
    <Drawing viewBox="-12 -12 24 24" label={label} class={name} style={{ width: size, height: size }}>
      <SeedShape open={!filled} />
    </Drawing>
  )
}
