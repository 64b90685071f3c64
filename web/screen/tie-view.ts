import { candidateOf, type Candidate } from './candidate.ts'
import type { Source } from './source.ts'

export interface Tied extends Candidate {
  /** What its proposal wants, where one was written. */
  readonly what: string
}

export interface TieView {
  readonly tied: readonly Tied[]
  readonly firstPlace: number
  readonly free: number
  readonly runoff: boolean
  readonly decided?:
    | { readonly way: 'widen'; readonly size: number }
    /** Who stays is a place, and places are withheld until their reveal. */
    | { readonly way: 'run_off' | 'merge' }
    | {
        readonly way: 'draw'
        /** In the order drawn; the first `free` have a place. */
        readonly order: readonly (Candidate & { won: boolean })[]
        readonly seed: string
      }
}

export function tieView(source: Source): TieView | undefined {
  const tie = source.one('tie').value
  if (!tie) return undefined
  return {
    tied: tie.tied.map((id) => ({
      ...candidateOf(source, id),
      what: source.one('proposal', id).value?.what ?? '',
    })),
    firstPlace: tie.first_place,
    free: tie.free,
    runoff: tie.runoff,
    decided: decided(source, tie),
  }
}

function decided(
  source: Source,
  tie: NonNullable<ReturnType<Source['one']>['value']> & { type: 'tie' },
): TieView['decided'] {
  const outcome = tie.decided
  if (!outcome) return undefined
  if (outcome.way === 'widen') return { way: 'widen', size: tie.size - tie.free + tie.tied.length }
  if (outcome.way === 'draw') {
    return {
      way: 'draw',
      order: outcome.order.map((id) => ({ ...candidateOf(source, id), won: outcome.winners.includes(id) })),
      seed: outcome.seed,
    }
  }
  return { way: outcome.way }
}
