import { useRef } from 'preact/hooks'

/** What was there when the hand began to work, so that nothing moves under it. */
export function useCalm<T>(value: T, isBusy: boolean): T {
  const kept = useRef(value)
  if (!isBusy) kept.current = value
  return kept.current
}
