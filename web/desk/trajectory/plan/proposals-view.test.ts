import { beforeEach, describe, expect, it } from 'vitest'
import { setLanguage } from '../../../text/language.ts'
import type { Entry } from '../../../shared/trajectory.ts'
import { emptyEntry } from '../fields-view.ts'
import { dossierWith } from '../test-dossier.ts'
import { agreementProposals, amountIn, costProposals, coverProposals, planProposals } from './proposals-view.ts'

const chosen: readonly Entry[] = [
  { ...emptyEntry('idea'), name: 'Haag', about: 'Langs de weg.' },
  { ...emptyEntry('choice'), outcome: 'chosen', idea: 1, reason: 'Kan meteen.' },
  { ...emptyEntry('place'), name: 'De Hoef', address: 'Hoefweg 1', area_m2: 180, funder: 'Provincie' },
  { ...emptyEntry('support'), budget: 650_000, paid_by: 'De bedrijven' },
]
const found = (topic: 'owner_of_ground' | 'cost' | 'cables', note: string, idea = 1): Entry => ({
  ...emptyEntry('task'),
  what: `Vraag over ${topic}`,
  topic,
  note,
  idea,
  state: 'done',
})
const textsOf = (proposals: readonly { field: string; text: string }[]) => Object.fromEntries(proposals.map(({ field, text }) => [field, text]))

describe('what step 4 proposes', () => {
  beforeEach(() => setLanguage('nl'))

  it('is the goal with its reason, the place and its size', () => {
    expect(textsOf(planProposals(dossierWith(chosen)))).toEqual({
      goal_note: 'Haag\nLangs de weg.\nWaarom: Kan meteen.',
      spot: 'Hoefweg 1',
      area_m2: '180',
    })
    const spot = { ...emptyEntry('factor'), name: 'Een mogelijke plek', colour: 'green' as const, note: 'De strook naast de weegbrug' }
    expect(textsOf(planProposals(dossierWith([...chosen, spot])))).toMatchObject({ spot: spot.note })
    expect(planProposals(dossierWith([]))).toEqual([])
  })
  it('is the money of step 1, hoped for, until there is cover', () => {
    const [cover] = coverProposals(dossierWith(chosen))
    expect(cover?.entry).toMatchObject({ what: 'Provincie', amount: 650_000, state: 'hoped' })
    expect(coverProposals(dossierWith([...chosen, { ...emptyEntry('cover'), what: 'Gemeente' }]))).toEqual([])
  })
  it('is the cost that was found out, with its basis, and not that of another idea', () => {
    const shown = dossierWith([...chosen, found('cost', 'Ongeveer € 8.000, zegt de kweker.'), found('cost', '€ 1', 7)])
    const [cost, ...more] = costProposals(shown)
    expect(cost?.entry).toMatchObject({ what: 'Haag', amount: 800_000, basis: 'Ongeveer € 8.000, zegt de kweker.' })
    expect(more).toEqual([])
    const other = { ...emptyEntry('cost'), what: 'Bankjes', basis: 'Offerte' }
    expect(costProposals(dossierWith([...chosen, found('cost', 'Ongeveer € 8.000, zegt de kweker.'), other]))).toEqual([])
    const there = { ...emptyEntry('cost'), what: 'Planten', basis: cost?.entry.basis ?? '' }
    expect(costProposals(dossierWith([...chosen, found('cost', 'Ongeveer € 8.000, zegt de kweker.'), there]))).toEqual([])
  })
  it('is who owns the ground and who looks after it, a long answer in the note', () => {
    const care = { ...emptyEntry('factor'), name: 'Zorg voor later', colour: 'green' as const, note: 'Hoveniersbedrijf Kees' }
    const short = dossierWith([...chosen, found('owner_of_ground', 'Van Loon Logistiek'), care])
    expect(textsOf(agreementProposals(short))).toEqual({ owner_of_ground: 'Van Loon Logistiek', maintainer: 'Hoveniersbedrijf Kees' })
    const open = { ...found('owner_of_ground', 'Gebeld, nog geen antwoord'), state: 'open' } as Entry
    expect(agreementProposals(dossierWith([...chosen, open, { ...care, colour: 'red', note: 'Nog niemand' }]))).toEqual([])
    const owner = { ...emptyEntry('contact'), name: 'Joost', organisation: 'Van Loon', role: 'owner' as const }
    const long = 'De grond is van Van Loon. '.repeat(8)
    const both = dossierWith([...chosen, found('owner_of_ground', long), { ...care, note: long }, owner])
    expect(textsOf(agreementProposals(both))).toEqual({ owner_of_ground: 'Joost, Van Loon', ownership_note: long, upkeep_note: long })
  })
  it('reads one amount in a text, and none where there are two', () => {
    for (const [text, cents] of [
      ['Ongeveer € 8.000, zegt hij', 800_000],
      ['8.000 euro', 800_000],
      ['1250,50 euro voor 12 bomen', 125_050],
      ['EUR 90', 9_000],
      ['€ 8.000 tot € 9.000', undefined],
      ['tussen 1.000 en 1.500 euro', undefined],
      ['€ 2.000-3.000', undefined],
      ['€ 25 per m2', undefined],
      ['€ 5k', undefined],
      ['€ 5 duizend', undefined],
      ['12 bomen', undefined],
      ['', undefined],
    ] as const)
      expect([text, amountIn(text)]).toEqual([text, cents])
  })
})
