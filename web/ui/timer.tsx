import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/shared.ts'
import { clockText, nextChangeMs, remainingMs } from './clock.ts'
import { Icon } from './draw/icon.tsx'
import './timer.css'

export type TimerProps = {
  /** Read before the time, for who cannot see what it belongs to. */
  label?: string
  /** Draws a clock before the figures. */
  icon?: boolean
  class?: string
} & ({ endsAt: number; now: () => number } | { remaining: number })

/**
 * What is left, counted down with the server's clock, or standing still where it was paused.
 * It is never announced by itself: who wants to know asks for it.
 */
export function Timer(props: TimerProps) {
  const paused = 'remaining' in props
  const running = useRemaining(paused ? undefined : props.endsAt, paused ? zero : props.now)
  const left = paused ? props.remaining : running
  const time = clockText(left)
  const words = paused ? t('timer.paused', { time }) : left > 0 ? t('timer.left', { time }) : t('timer.up')
  return (
    <span class={`ui-timer even-figures${props.class ? ` ${props.class}` : ''}`} role="timer">
      {props.icon && <Icon name={paused ? 'pause' : 'clock'} />}
      <span aria-hidden="true">{time}</span>
      <span class="visually-hidden">
        {props.label ? `${props.label}: ` : ''}
        {words}
      </span>
    </span>
  )
}

/** Milliseconds until `endsAt`; the component is drawn again each time the second changes. */
export function useRemaining(endsAt: number | undefined, now: () => number): number {
  const [, setBeat] = useState(0)
  const left = endsAt === undefined ? 0 : remainingMs(endsAt, now())

  useEffect(() => {
    if (endsAt === undefined) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      const change = nextChangeMs(remainingMs(endsAt, now()))
      if (change === undefined) return
      waiting = setTimeout(() => {
        setBeat((beat) => beat + 1)
        wait()
      }, change + 1)
    }
    wait()
    return () => clearTimeout(waiting)
  }, [endsAt, now])

  return left
}

const zero = () => 0
