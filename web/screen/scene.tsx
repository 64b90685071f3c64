import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { sceneHeight } from './source.ts'

/** How wide a scene is that is 1080 units high, on the screen of now. */
export const sceneWidth = signal(measure())

function measure(): number {
  if (typeof window === 'undefined') return 1920
  return Math.round((sceneHeight * window.innerWidth) / Math.max(window.innerHeight, 1))
}

export function followWindow(): () => void {
  const resized = () => {
    sceneWidth.value = measure()
  }
  resized()
  addEventListener('resize', resized)
  return () => removeEventListener('resize', resized)
}

/** The drawing behind the words, over the whole screen. */
export function Scene({ children }: { children: ComponentChildren }) {
  return (
    <svg class="scene" viewBox={`0 0 ${sceneWidth.value} ${sceneHeight}`} aria-hidden="true">
      {children}
    </svg>
  )
}

/** Units of a scene as a CSS length. */
export function vh(units: number): string {
  return `${Math.round((units / sceneHeight) * 10_000) / 100}vh`
}
