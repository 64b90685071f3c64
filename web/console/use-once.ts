import { useState } from 'preact/hooks'

export const doubleTapMs = 800

type Guard = (go: () => void) => () => void

/** A double tap must not do twice what is done for everybody, or undo one thing more than was meant. */
export function useOnce(): Guard {
  return useState(() => onceWithin(doubleTapMs, () => performance.now()))[0]
}

/** What is asked for again within so many milliseconds does not happen, whichever of the buttons asks. */
export function onceWithin(ms: number, now: () => number): Guard {
  let doneAt = Number.NEGATIVE_INFINITY
  return (go) => () => {
    const at = now()
    if (at - doneAt < ms) return
    doneAt = at
    go()
  }
}

/** For a button that becomes the next of its kind at once: the second tap of a double one is not meant for that. */
export function singleTap(go: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) go()
  }
}
