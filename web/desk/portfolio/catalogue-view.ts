// The catalogue as it is typed at the desk, and what is wrong with it.
import {
  type Basis,
  bases,
  type CatalogueFile,
  type Concept,
  type Effect,
  type LeastAndMost,
} from '../../shared/catalogue.ts'
import { countGraphemes } from '../../ui/graphemes.ts'
import { lineMax, readField, textOf } from '../trajectory/fields-view.ts'

export const conceptsMax = 300
export const conceptNoteMax = 600
const keywordsMax = 30

export const ranges = ['cost_eur', 'area_m2', 'months'] as const
export type RangeName = (typeof ranges)[number]
export const notes = [
  'description_nl',
  'unit_cost_nl',
  'check_first_nl',
  'within_one_year_nl',
  'season_nl',
  'upkeep_nl',
  'sources',
] as const

export interface ConceptDraft {
  /** Ideas of dossiers know the concept by it: it never changes. */
  readonly id: string
  readonly name_nl: string
  readonly name_en: string
  readonly kind: string
  readonly description_nl: string
  readonly unit_cost_nl: string
  readonly check_first_nl: string
  readonly within_one_year_nl: string
  readonly season_nl: string
  readonly upkeep_nl: string
  readonly sources: string
  readonly ranges: Readonly<Record<RangeName, readonly [least: string, most: string]>>
  /** Empty: not said yet. */
  readonly basis: Basis | ''
  readonly effects: Readonly<Record<Effect, number>>
  /** Parted by commas. */
  readonly keywords: string
}
export interface CatalogueDraft {
  readonly concepts: readonly ConceptDraft[]
}
/** By the place: `concepts[2].name_nl`; of a range also its end, `concepts[2].area_m2[0]`. */
export type Faults = Readonly<Record<string, string>>

export function draftOf(file: CatalogueFile, language: string): CatalogueDraft {
  const both = ([least, most]: LeastAndMost) =>
    [textOf('whole', least, language), textOf('whole', most, language)] as const
  return {
    concepts: file.concepts.map(({ cost_eur, area_m2, months, keywords_nl, ...one }) => ({
      ...one,
      ranges: { cost_eur: both(cost_eur), area_m2: both(area_m2), months: both(months) },
      keywords: keywords_nl.join(', '),
    })),
  }
}

export function emptyConcept(others: readonly ConceptDraft[]): ConceptDraft {
  let number = others.length + 1
  const taken = new Set(others.map(({ id }) => id))
  while (taken.has(`concept-${number}`)) number += 1
  const none = ['', ''] as const
  return {
    id: `concept-${number}`,
    name_nl: '',
    name_en: '',
    kind: 'other',
    description_nl: '',
    unit_cost_nl: '',
    check_first_nl: '',
    within_one_year_nl: '',
    season_nl: '',
    upkeep_nl: '',
    sources: '',
    ranges: { cost_eur: none, area_m2: none, months: none },
    basis: '',
    effects: { heat: 0, water: 0, nature: 0, meeting: 0, health: 0 },
    keywords: '',
  }
}

export function readCatalogue(draft: CatalogueDraft): { readonly file: CatalogueFile; readonly faults: Faults } {
  const faults: Record<string, string> = {}
  const concepts = draft.concepts.map((one, at) => readConcept(one, (where, why) => {
    faults[`concepts[${at}].${where}`] = why
  }))
  return { file: { kiemkring_catalogue: 1, concepts }, faults }
}

function readConcept(one: ConceptDraft, wrong: (where: string, why: string) => void): Concept {
  const { ranges: typed, keywords, basis, ...words } = one
  if (one.name_nl.trim() === '') wrong('name_nl', 'needed')
  for (const name of ['name_nl', 'name_en'] as const)
    if (countGraphemes(one[name].trim()) > lineMax) wrong(name, 'too_long')
  for (const name of notes) if (countGraphemes(one[name].trim()) > conceptNoteMax) wrong(name, 'too_long')
  // No figure without what it stands on.
  if (basis === '') wrong('basis', 'not_a_basis')
  const range = (name: RangeName): LeastAndMost => {
    const ends = typed[name].map((text, end) => {
      const read = readField('whole', text)
      if ('value' in read) return Number(read.value)
      wrong(`${name}[${end}]`, read.wrong)
      return 0
    }) as LeastAndMost
    if (ends[1] < ends[0]) wrong(`${name}[1]`, 'wrong_order')
    return ends
  }
  const keywords_nl = keywords
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  if (keywords_nl.length > keywordsMax) wrong('keywords_nl', 'too_many')
  return {
    ...words,
    cost_eur: range('cost_eur'),
    area_m2: range('area_m2'),
    months: range('months'),
    basis: basis || bases[2],
    keywords_nl,
  }
}

/** What the list of the approach itself calls the same. */
const listNames: Readonly<Record<string, string>> = {
  desc_nl: 'description_nl',
  cost_eur_typical: 'cost_eur',
  lead_months: 'months',
  within_one_year: 'within_one_year_nl',
  unit_cost: 'unit_cost_nl',
  hitte: 'heat',
  biodiversiteit: 'nature',
  ontmoeting: 'meeting',
  gezondheid: 'health',
}
/** A member by its own name, and of an effect which one: `effects.hitte` is `effects` and `heat`. */
export function memberNamed(member: string): { readonly name: string; readonly part: string } {
  const [name = '', part = ''] = member.split('.')
  return { name: listNames[name] ?? name, part: listNames[part] ?? part }
}

/** The place of a fault in words: which concept, from 0, and which member. */
export function placeIn(where: string): { readonly at?: number; readonly member: string } {
  const found = /^concepts\[(\d+)\](?:\.(.*))?$/.exec(where)
  return found ? { at: Number(found[1]), member: found[2] ?? '' } : { member: where }
}

/** What a concept is called on a desk in this language, and in which language that is; the Dutch where there is no other. */
export function nameIn({ name_nl, name_en }: ConceptDraft, language: string): { name: string; lang: 'nl' | 'en' } {
  return language === 'en' && name_en.trim() !== '' ? { name: name_en, lang: 'en' } : { name: name_nl, lang: 'nl' }
}
