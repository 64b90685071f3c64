// The catalogue of concepts as the server keeps it; server/wire/catalogue.h is the other side.

export type LeastAndMost = [least: number, most: number]
export const effects = ['heat', 'water', 'nature', 'meeting', 'health'] as const
export type Effect = (typeof effects)[number]
/** What the figures stand on: a source, partly one, or an estimate. */
export const bases = ['S', 'M', 'E'] as const
export type Basis = (typeof bases)[number]

/** Euros, square metres, months. The catalogue is written in Dutch; only the names are in both languages. */
export interface Concept {
  id: string
  name_nl: string
  name_en: string
  /** `ivn` and what begins so is one of the approach's own. */
  kind: string
  description_nl: string
  area_m2: LeastAndMost
  cost_eur: LeastAndMost
  months: LeastAndMost
  within_one_year_nl: string
  season_nl: string
  upkeep_nl: string
  unit_cost_nl: string
  check_first_nl: string
  basis: Basis
  /** Where the figures were read; empty: nowhere. */
  sources: string
  effects: Record<Effect, number>
  keywords_nl: string[]
}
export interface CatalogueFile {
  kiemkring_catalogue: 1
  concepts: Concept[]
}
