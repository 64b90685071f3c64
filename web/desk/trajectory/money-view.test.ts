import { describe, expect, it } from 'vitest'
import type { EntryKind } from '../../shared/trajectory.ts'
import { draftOf, readDraft } from '../portfolio/approach-view.ts'
import { draftsView } from './drafts-view.ts'
import { emptyEntry, fieldsOf } from './fields-view.ts'
import { amountText, moneyText, parseMoney } from './money-view.ts'

describe('An amount that is typed', () => {
  it.each([
    ['', 0],
    ['0', 0],
    ['1250', 125_000],
    ['1.250,50', 125_050],
    ['1,250.50', 125_050],
    ['1.250', 125_000],
    ['1,250', 125_000],
    ['€ 1 250', 125_000],
    ['€1\u00a0250,5', 125_050],
    ['1250,5', 125_050],
    ['1250.50', 125_050],
    ['10.400,-', 1_040_000],
    ['10.400,--', 1_040_000],
    ['1.234.567', 123_456_700],
    ['1,234,567.89', 123_456_789],
    ['6500 euro', 650_000],
    ['EUR 6500', 650_000],
    ['1.000.000.000', 100_000_000_000],
  ])('%j is read', (text, cents) => {
    expect(parseMoney(text)).toEqual({ cents })
  })

  it.each([
    ['-5', 'negative'],
    ['€ -5', 'negative'],
    ['− 12,50', 'negative'],
    ['veel', 'money_letters'],
    ['12k', 'money_letters'],
    ['1.2.3', 'money_separators'],
    ['1,250,50', 'money_separators'],
    ['1.250.50', 'money_separators'],
    ['12.50,00', 'money_separators'],
    ['1,2.500', 'money_separators'],
    ['1250,505', 'money_separators'],
    [',', 'money_separators'],
    ['1.000.000.000,01', 'too_large'],
    ['99999999999999999999', 'too_large'],
  ])('%j is refused: %s', (text, wrong) => {
    expect(parseMoney(text)).toEqual({ wrong })
  })

  it('is shown in the way of its language, and read back the same', () => {
    expect(amountText(125_050, 'nl')).toBe('1.250,50')
    expect(amountText(125_050, 'en')).toBe('1,250.50')
    expect(moneyText(1_040_000, 'nl')).toBe('€\u00a010.400')
    expect(moneyText(1_040_000, 'en')).toBe('€10,400')
    for (const cents of [1, 10, 99, 100, 123_456, 1_040_000, 123_456_789])
      for (const language of ['nl', 'en']) expect(parseMoney(moneyText(cents, language))).toEqual({ cents })
  })
})

describe('Every field for money', () => {
  const bad = [
    ['-5', 'negative'],
    ['veel', 'money_letters'],
    ['1.250.50', 'money_separators'],
    ['99999999999999', 'too_large'],
  ] as const
  const inDossiers = Object.entries(fieldsOf).flatMap(([kind, fields]) =>
    Object.entries(fields).flatMap(([field, form]) => (form === 'money' ? [`${kind}.${field}`] : [])),
  )

  it('of a dossier is known', () => {
    expect(inDossiers).toEqual(['support.fee', 'support.budget', 'cost.amount', 'cover.amount'])
  })

  it.each(inDossiers)('%s refuses what is no amount, and keeps it out of what is sent', (where) => {
    const [kind, field] = where.split('.') as [EntryKind, string]
    for (const [text, wrong] of bad) {
      const view = draftsView(emptyEntry(kind), { [field]: { was: 0, text } })
      expect(view.faults).toEqual({ [field]: wrong })
      expect(view.sendable).toBeUndefined()
    }
  })

  it.each(['fee', 'refund'] as const)('%s of the approach refuses it too', (name) => {
    const draft = draftOf(
      {
        kiemkring_approach: 1,
        fee: 1_000_00,
        refund: 0,
        hours_from: 2,
        hours_to: 4,
        contingency_percent: 10,
        factors: [],
      },
      'nl',
    )
    for (const [text, wrong] of bad) expect(readDraft({ ...draft, [name]: text }).faults[name]).toBe(wrong)
    expect(readDraft({ ...draft, contingency_percent: '101' }).faults).toEqual({
      contingency_percent: 'too_large',
    })
  })
})
