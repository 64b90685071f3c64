// Chance that can be repeated: the same seed rolls the same numbers. (The processes around it are real, so their timing is not.)

/** A function like Math.random, by mulberry32. */
export function seededRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const between = (random, low, high) => low + random() * (high - low)
export const oneOf = (random, list) => list[Math.floor(random() * list.length)]
