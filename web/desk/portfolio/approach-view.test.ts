import { describe, expect, it } from 'vitest'
import type { ApproachFile } from '../../shared/approach.ts'
import { draftOf, emptyFactor, placeOf, readDraft } from './approach-view.ts'

const file: ApproachFile = {
  kiemkring_approach: 1,
  fee: 1_040_050,
  refund: 900_000,
  hours_from: 2,
  hours_to: 4,
  factors: [{ ...emptyFactor, name_nl: 'Water' }],
}

describe('The approach at the desk', () => {
  it('is typed in the format of its language, and read in both', () => {
    expect(draftOf(file, 'nl')).toMatchObject({ fee: '10.400,50', refund: '9.000', hours_from: '2' })
    expect(draftOf(file, 'en').fee).toBe('10,400.50')
    for (const language of ['nl', 'en'])
      expect(readDraft(draftOf(file, language))).toEqual({ file, faults: {} })
  })

  it('says what is wrong at its place', () => {
    const draft = draftOf(file, 'nl')
    expect(readDraft({ ...draft, fee: 'veel', hours_from: '-1', factors: [emptyFactor] }).faults).toEqual({
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
