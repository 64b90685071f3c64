// How the portfolio is looked at, as a part of the address: a reload and the way back find it as it was left.
import { signal } from '@preact/signals'
import { hashes } from '../route.ts'
import { steps } from './dossier-view.ts'
import { type Filters, noFilters, outcomes } from './portfolio-view.ts'

export interface Look {
  readonly filters: Filters
  readonly at: 'drawing' | 'list'
  /** From 0. */
  readonly page: number
}
const texts = ['search', 'place', 'municipality', 'funder', 'facilitator'] as const
const signs = ['overdue', 'quiet', 'archive'] as const

/** What an address says; what it does not know is left out. */
export function lookOf(query: string): Look {
  const said = new URLSearchParams(query)
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | '' =>
    known.find((one) => one === said.get(name)) ?? ''
  const filters: Record<string, string | boolean> = {
    step: oneOf('step', steps),
    outcome: oneOf('outcome', outcomes),
  }
  for (const name of texts) filters[name] = said.get(name) ?? ''
  for (const name of signs) filters[name] = said.get(name) === '1'
  const page = Number(/^\d{1,5}$/.exec(said.get('page') ?? '')?.[0])
  return {
    filters: { ...noFilters, ...filters },
    at: said.get('look') === 'list' ? 'list' : 'drawing',
    page: page > 1 ? page - 1 : 0,
  }
}

/** The address of it: nothing in it but what is otherwise than at the start. */
export function addressOf({ filters, at, page }: Look): string {
  const said = new URLSearchParams()
  for (const name of [...texts, 'step', 'outcome'] as const) if (filters[name] !== '') said.set(name, filters[name])
  for (const name of signs) if (filters[name]) said.set(name, '1')
  if (at === 'list') said.set('look', at)
  if (page > 0) said.set('page', String(page + 1))
  const query = said.toString()
  return query ? `${hashes.trajectories}?${query}` : hashes.trajectories
}

/** Where the portfolio was left, for every way back to it. */
export const leftAt = signal(hashes.trajectories)
