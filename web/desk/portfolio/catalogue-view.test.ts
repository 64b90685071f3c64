import { expect, it } from 'vitest'
import type { CatalogueFile } from '../../shared/catalogue.ts'
import { draftOf, emptyConcept, memberNamed, nameIn, placeIn, readCatalogue } from './catalogue-view.ts'

const file: CatalogueFile = {
  kiemkring_catalogue: 1,
  concepts: [
    {
      id: 'tiny-forest',
      name_nl: 'Tiny Forest',
      name_en: 'Tiny Forest',
      kind: 'ivn',
      description_nl: 'Een dicht bosje.',
      area_m2: [200, 400],
      cost_eur: [20_000, 30_000],
      months: [9, 14],
      within_one_year_nl: 'ja',
      season_nl: 'nov-mrt',
      upkeep_nl: 'wieden',
      unit_cost_nl: 'per bos',
      check_first_nl: 'kabels',
      basis: 'S',
      sources: 'S2,S3',
      effects: { heat: 3, water: 3, nature: 3, meeting: 2, health: 2 },
      keywords_nl: ['bos', 'bosje'],
    },
  ],
}

it('is the same again after it was typed, in both languages', () => {
  for (const language of ['nl', 'en']) {
    const draft = draftOf(file, language)
    expect(draft.concepts[0]?.ranges.cost_eur).toEqual(
      language === 'nl' ? ['20.000', '30.000'] : ['20,000', '30,000'],
    )
    expect(readCatalogue(draft)).toEqual({ file, faults: {} })
  }
})

it('says at each field what is wrong', () => {
  const [forest] = draftOf(file, 'nl').concepts
  if (!forest) throw new Error('no concept')
  const added = emptyConcept([forest])
  expect(added.id).toBe('concept-2')
  const bad = {
    ...forest,
    description_nl: 'a'.repeat(601),
    ranges: { ...forest.ranges, area_m2: ['400', '200'] as const, months: ['veel', '-1'] as const },
  }
  expect(readCatalogue({ concepts: [bad, added] }).faults).toEqual({
    'concepts[0].description_nl': 'too_long',
    'concepts[0].area_m2[1]': 'wrong_order',
    'concepts[0].months[0]': 'not_whole',
    'concepts[0].months[1]': 'negative',
    'concepts[1].name_nl': 'needed',
    'concepts[1].basis': 'not_a_basis',
  })
  expect(placeIn('concepts[4].effects.heat')).toEqual({ at: 4, member: 'effects.heat' })
  expect(memberNamed('effects.hitte')).toEqual({ name: 'effects', part: 'heat' })
  expect(memberNamed('lead_months')).toEqual({ name: 'months', part: '' })
  expect(memberNamed('colour')).toEqual({ name: 'colour', part: '' })
  expect(placeIn('kiemkring_catalogue')).toEqual({ member: 'kiemkring_catalogue' })
})

it('calls a concept by its English name on an English desk, and by its Dutch one where there is no other', () => {
  const one = { ...emptyConcept([]), name_nl: 'Buitenlokaal', name_en: 'Outdoor classroom' }
  expect(nameIn(one, 'nl')).toEqual({ name: 'Buitenlokaal', lang: 'nl' })
  expect(nameIn(one, 'en')).toEqual({ name: 'Outdoor classroom', lang: 'en' })
  expect(nameIn({ ...one, name_en: ' ' }, 'en')).toEqual({ name: 'Buitenlokaal', lang: 'nl' })
})
