import { describe, expect, it } from 'vitest'
import type { ApproachFile } from '../../shared/approach.ts'
import { draftOf, emptyFactor, placeOf, readDraft } from './approach-view.ts'

const file: ApproachFile = {
  kiemkring_approach: 1,
  fee: 1_040_050,
  refund: 900_000,
  hours_from: 2,
  hours_to: 4,
  contingency_percent: 10,
  factors: [{ name_nl: 'Water', name_en: '', question_nl: '', question_en: '' }],
}

describe('The approach at the desk', () => {
  it('is typed in the format of its language, and read in both', () => {
    expect(draftOf(file, 'nl')).toMatchObject({ fee: '10.400,50', refund: '9.000', hours_from: '2' })
    expect(draftOf(file, 'en').fee).toBe('10,400.50')
    for (const language of ['nl', 'en'])
      expect(readDraft(draftOf(file, language))).toEqual({ file, faults: {} })
  })

  it('knows its factors again in what another desk kept: by what they say, else by their place', () => {
    const named = (name_nl: string, question_nl = '') => ({ name_nl, question_nl, name_en: '', question_en: '' })
    const of = (...factors: ReturnType<typeof named>[]) => ({ ...file, factors })
    const before = draftOf(of(named('Geld', 'Is er geld?'), named('Water'), named('Plek')), 'nl')
    const [money, water, place] = before.factors.map(({ id }) => id)
    const ids = (...factors: ReturnType<typeof named>[]) =>
      draftOf(of(...factors), 'nl', before).factors.map(({ id }) => id)
    expect(ids(named('Plek'), named('Geld', 'Is er geld?'))).toEqual([place, money])
    expect(ids(named('Geld genoeg', 'Is er geld?'), named('Regen'), named('Plek'))).toEqual([money, water, place])
    const now = ids(named('Geld', 'Is er geld?'), named('Plek'), named('Nieuw'), named('Nog een'))
    expect(now.slice(0, 2)).toEqual([money, place])
    expect(before.factors.map(({ id }) => id)).not.toContain(now[3])
  })

  it('says what is wrong at its place', () => {
    const draft = draftOf(file, 'nl')
    expect(readDraft({ ...draft, fee: 'veel', hours_from: '-1', factors: [emptyFactor()] }).faults).toEqual({
      fee: 'money_letters',
      hours_from: 'negative',
      'factors[0].name_nl': 'needed',
    })
    expect(readDraft({ ...draft, refund: '10.400,51' }).faults).toEqual({ refund: 'above_fee' })
    expect(readDraft({ ...draft, hours_to: '1' }).faults).toEqual({ hours_to: 'wrong_order' })
    expect(readDraft({ ...draft, hours_to: '81' }).faults).toEqual({ hours_to: 'too_large' })
    expect(placeOf('factors[2].name_nl')).toEqual({ factor: 3, member: 'name_nl' })
    expect(placeOf('factors[2]')).toEqual({ factor: 3, member: '' })
    expect(placeOf('fee')).toEqual({ member: 'fee' })
  })
})
