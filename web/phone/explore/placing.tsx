import type { ComponentChildren } from 'preact'
import { t } from '../../text/later-stages.ts'
import { Nudges } from '../../ui/site-plan-aim.tsx'
import type { Look } from '../../ui/site-plan-view.ts'
import type { Place } from './explore-view.ts'

/** Steps to the exact place, and what comes with it. */
export function Placing(props: { look: Look; onLook: (look: Look) => void; children: ComponentChildren }) {
  const { look, onLook, children } = props
  const words = {
    nudge: t('explore.nudge'),
    left: t('explore.left'),
    up: t('explore.up'),
    down: t('explore.down'),
    right: t('explore.right'),
  }
  return (
    <div class="stack">
      <Nudges look={look} onLook={onLook} words={words} />
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
