import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { announce } from './announcer.tsx'
import { Icon, type IconName } from './draw/icon.tsx'
import { TornSheet } from './draw/torn-sheet.tsx'
import './strip.css'

export interface StripProps {
  title: string
  /** Offline is calm: nothing is lost. Attention: somebody has to do something. */
  kind?: 'offline' | 'info' | 'attention'
  icon?: IconName
  /** What it means and what one can do, and a button where there is something to press. */
  children?: ComponentChildren
}

const looks = {
  offline: { tone: 'sand', icon: 'wifi-off' },
  info: { tone: 'paper', icon: 'info' },
  attention: { tone: 'clay', icon: 'warning' },
} as const

/** A torn sheet across the page that says how things are. Its title is announced when it appears. */
export function Strip({ title, kind = 'info', icon, children }: StripProps) {
  useEffect(() => announce(title), [title])
  const look = looks[kind]
  return (
    <TornSheet tone={look.tone} class={`ui-strip ui-strip-${kind}`}>
      <Icon name={icon ?? look.icon} size="1.75rem" />
      <div class="ui-strip-words">
        <b>{title}</b> {children}
      </div>
    </TornSheet>
  )
}
