import type { ComponentChildren } from 'preact'
import { t } from '../../text/later-stages.ts'
import { Button } from '../../ui/button.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import { type Look, within } from '../../ui/site-plan-view.ts'
import type { Place } from './explore-view.ts'

export function placeOf({ x, y }: Look): Place {
  const round = (value: number) => Math.round(value * 10_000) / 10_000
  return { x: round(x), y: round(y) }
}

/** The seed that hangs over the place, in the middle of what is seen. */
export function Aim() {
  return (
    <span class="explore-aim" aria-hidden="true">
      <Seed size="3rem" />
      <svg viewBox="0 0 60 30" aria-hidden="true">
        <path d="M3 10h16M41 10h16M30 17v11" />
        <ellipse cx="30" cy="10" rx="8" ry="3.5" />
      </svg>
    </span>
  )
}

const nudges = [
  ['left', '←', -1, 0],
  ['up', '↑', 0, -1],
  ['down', '↓', 0, 1],
  ['right', '→', 1, 0],
] as const

/** A place to the last step: for who cannot drag, and for who wants it exact. */
export function Placing(props: { look: Look; onLook: (look: Look) => void; children: ComponentChildren }) {
  const { look, onLook, children } = props
  const by = 0.02 / look.zoom
  return (
    <div class="stack">
      <fieldset class="explore-nudge">
        <legend class="quiet">{t('explore.nudge')}</legend>
        {nudges.map(([way, arrow, dx, dy]) => (
          <Button
            key={way}
            aria-label={t(`explore.${way}`)}
            onClick={() => onLook(within({ ...look, x: look.x + dx * by, y: look.y + dy * by }))}
          >
            {arrow}
          </Button>
        ))}
      </fieldset>
      {children}
    </div>
  )
}

const rows = ['top', 'middle', 'bottom'] as const
const columns = ['left', 'middle', 'right'] as const

/** Roughly where, in words. */
export function whereText({ x, y }: Place): `explore.at_${(typeof rows)[number]}_${(typeof columns)[number]}` {
  const third = (value: number) => Math.min(2, Math.floor(value * 3))
  return `explore.at_${rows[third(y)] as 'top'}_${columns[third(x)] as 'left'}`
}
