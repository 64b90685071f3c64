import type { ConceptMatch } from '../../../shared/trajectory.ts'

/** How much room and money there would be; 0: not known. */
export interface WhatIf {
  readonly area_m2: number
  readonly euros: number
}
export type Range = readonly [least: number, most: number]

/** What a concept comes to, roughly: figures of the catalogue laid along the room and the money there is. */
export interface Estimate {
  readonly room: 'unknown' | 'any' | 'small' | 'enough'
  readonly money: 'unknown' | 'short' | 'fits' | 'ample'
  /** Euros for that room. */
  readonly costs?: Range
  /** Square metres for that money. */
  readonly covers?: Range
}

export function estimate(known: ConceptMatch, { area_m2, euros }: WhatIf): Estimate {
  const [leastArea, mostArea] = known.area_m2
  const [leastCost, mostCost] = known.cost_eur
  const room = mostArea === 0 ? 'any' : area_m2 === 0 ? 'unknown' : area_m2 < leastArea ? 'small' : 'enough'
  const money = euros === 0 ? 'unknown' : euros < leastCost ? 'short' : euros < mostCost ? 'fits' : 'ample'
  if (mostArea === 0 || leastArea === 0) return { room, money }
  // Larger ones are cheaper by the metre: both ends say what a metre costs.
  const perMetre = [leastCost / leastArea, mostCost / mostArea].sort((a, b) => a - b) as [number, number]
  return {
    room,
    money,
    ...(area_m2 > 0 && room !== 'small'
      ? { costs: [rounded(area_m2 * perMetre[0]), rounded(area_m2 * perMetre[1])] as const }
      : {}),
    ...(euros > 0 && money !== 'short' && perMetre[0] > 0
      ? { covers: [rounded(euros / perMetre[1]), rounded(euros / perMetre[0])] as const }
      : {}),
  }
}

/** To two digits: it is an estimate, and looks like one. */
export function rounded(value: number): number {
  if (value < 10) return Math.round(value)
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Math.round(value / unit) * unit
}

export type Route = 'ivn_concept' | 'other_concept' | 'own_plan'
export function routeOf(known: ConceptMatch | undefined): Route {
  return known ? (known.ivn ? 'ivn_concept' : 'other_concept') : 'own_plan'
}
