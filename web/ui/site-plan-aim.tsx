import { Button } from './button.tsx'
import { Seed } from './draw/seed.tsx'
import './site-plan-aim.css'
import { type Look, within } from './site-plan-view.ts'

/** What is in the middle of what is seen, as the server keeps it. */
export function placeOf({ x, y }: Look): { x: number; y: number } {
  const round = (value: number) => Math.round(value * 10_000) / 10_000
  return { x: round(x), y: round(y) }
}

/** The seed that hangs over the place, in the middle of what is seen. */
export function Aim() {
  return (
    <span class="site-plan-aim" aria-hidden="true">
      <Seed size="3rem" />
      <svg viewBox="0 0 60 30" aria-hidden="true">
        <path d="M3 10h16M41 10h16M30 17v11" />
        <ellipse cx="30" cy="10" rx="8" ry="3.5" />
      </svg>
    </span>
  )
}

const ways = [
  ['left', '←', -1, 0],
  ['up', '↑', 0, -1],
  ['down', '↓', 0, 1],
  ['right', '→', 1, 0],
] as const

/** A place to the last step: for who cannot drag, and for who wants it exact. */
export function Nudges(props: {
  look: Look
  onLook: (look: Look) => void
  words: Readonly<Record<'nudge' | 'left' | 'up' | 'down' | 'right', string>>
}) {
  const { look, onLook, words } = props
  const by = 0.02 / look.zoom
  return (
    <fieldset class="site-plan-nudge">
      <legend class="quiet">{words.nudge}</legend>
      {ways.map(([way, arrow, dx, dy]) => (
        <Button
          key={way}
          aria-label={words[way]}
          onClick={() => onLook(within({ ...look, x: look.x + dx * by, y: look.y + dy * by }))}
        >
          {arrow}
        </Button>
      ))}
    </fieldset>
  )
}
