/** How a pin leans on its spot, in degrees, and how far it stands off it, in its own heights. */
export interface Lean {
  readonly turn: number
  readonly off: number
}

/** Beside each other without covering a letter. */
const stepMost = 54
/** From the spot to the middle of the letter, and from one letter to the next, in heights of a pin. */
const reach = 0.6
const apart = 0.54

/**
 * Pins on one spot lean away from each other like a fan, each still on its own spot; many of them stand in a ring around it. `near`:
 * what counts as one spot, as parts of the width and of the height.
 */
export function fanned(
  pins: readonly { readonly x: number; readonly y: number }[],
  near: { readonly x: number; readonly y: number },
): readonly Lean[] {
  const leans: Lean[] = []
  pins.forEach((first, at) => {
    if (leans[at]) return
    const here = pins
      .map((pin, place) => ({ ...pin, place }))
      .filter(({ x, y, place }) => !leans[place] && Math.abs(x - first.x) <= near.x && Math.abs(y - first.y) <= near.y)
      .sort((a, b) => a.x - b.x)
    const step = Math.min(stepMost, 360 / here.length)
    const off = Math.max(0, apart / (2 * Math.sin((step * Math.PI) / 360)) - reach)
    here.forEach(({ place }, i) => {
      leans[place] = { turn: step * (i - (here.length - 1) / 2), off }
    })
  })
  return leans
}

/** For a pin with the class `site-pin-leans`; undefined for one that stands upright. */
export function leanStyle({ turn, off }: Lean): Record<string, string> | undefined {
  if (!turn && !off) return undefined
  const radians = (turn * Math.PI) / 180
  const part = (share: number) => (share * (0.63 + off)).toFixed(3)
  return { '--turn': `${turn}deg`, '--dx': part(Math.sin(radians)), '--dy': part(-Math.cos(radians)) }
}
