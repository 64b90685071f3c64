import { useEffect, useState } from 'preact/hooks'
import type { ScreenTimer } from './screen-view.ts'

/** Server time in ms, renewed at every whole second. */
export function useServerTime(now: () => number): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    let timer = 0
    const tick = () => {
      setTime(now())
      timer = window.setTimeout(tick, 1000 - (now() % 1000) + 15)
    }
    tick()
    return () => clearTimeout(timer)
  }, [now])
  return time
}

export interface TimeLeft {
  readonly text: string
  /** Of the time of the round, 0 to 1. */
  readonly left: number
  readonly state: 'running' | 'paused' | 'up'
}

export function timeLeft(timer: ScreenTimer, now: number): TimeLeft {
  const exact = Math.max(0, timer.state === 'running' ? timer.endsAt - now : timer.leftMs)
  // `now` is the last whole second: a timer that just began must not show one more than it has.
  const ms = exact > timer.totalMs && exact - timer.totalMs < 1000 ? timer.totalMs : exact
  const total = Math.max(timer.totalMs, ms, 1)
  return {
    text: clock(ms),
    left: ms / total,
    state: timer.state === 'paused' ? 'paused' : ms === 0 ? 'up' : 'running',
  }
}

/** Minutes and seconds; the last second counts until it is over. */
export function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
