import { describe, expect, it } from 'vitest'
import type { Entries } from '../../../shared/trajectory.ts'
import { emptyEntry } from '../fields-view.ts'
import { dossierWith } from '../test-dossier.ts'
import { groupOffers } from './offers-view.ts'

const said = (name: string, role: Entries['commitment']['role'], idea: number, more: Partial<Entries['commitment']> = {}) => ({
  ...emptyEntry('commitment'),
  name,
  role,
  idea,
  session: 's1',
  ...more,
})
const ideas = [
  { ...emptyEntry('idea'), name: 'Haag' },
  { ...emptyEntry('idea'), name: 'Vijver' },
  { ...emptyEntry('choice'), outcome: 'chosen' as const, idea: 1 },
]
const names = (offers: readonly { by: { entry: { name: string } } }[]) => offers.map(({ by }) => by.entry.name)

describe('who is proposed for the working group', () => {
  it('is everybody who came forward, in every role, those for what was chosen first', () => {
    const shown = dossierWith([
      ...ideas,
      said('Els', 'informed', 1),
      said('Piet', 'lead', 2),
      said('Anna', 'help', 1),
      said('Bram', 'lead', 1),
      said('Cor', 'check_first', 1),
      said('Dirk', 'arrange', 1),
      said('Eva', 'think', 1),
    ])
    const { chosen, others } = groupOffers(shown)
    expect(names(chosen)).toEqual(['Bram', 'Anna', 'Eva', 'Dirk', 'Cor', 'Els'])
    expect(names(others)).toEqual(['Piet'])
  })
  it('is one person with all they said, and how they are reached where they gave it', () => {
    const shown = dossierWith([
      ...ideas,
      said('Anna', 'informed', 2),
      said('Anna', 'lead', 1, { email: '', phone: '' }),
      said('Sanne', 'help', 1, { email: 'S@x.nl' }),
      said('Sanne V.', 'think', 2, { session: 's2', email: 's@x.nl', phone: '06', may_be_named: true }),
      said('Anna', 'help', 1, { session: 's2' }),
    ])
    const { chosen, others } = groupOffers(shown)
    expect(names(chosen)).toEqual(['Anna', 'Sanne', 'Anna'])
    expect(chosen[0]?.said.map(({ entry }) => entry.role)).toEqual(['lead', 'informed'])
    expect(chosen[1]).toMatchObject({ email: 'S@x.nl', phone: '06', mayBeNamed: true })
    expect(others).toEqual([])
  })
  it('is each of two colleagues who share an address, and one does not speak for the other', () => {
    const shown = dossierWith([
      ...ideas,
      said('Anna', 'help', 1, { email: 'info@x.nl', may_be_named: true }),
      said('Bram', 'help', 1, { email: 'info@x.nl' }),
      { ...emptyEntry('confirmation'), what_for: 'working_group', name: 'Cor', email: 'info@x.nl' },
    ])
    const { chosen } = groupOffers(shown)
    expect(chosen.map(({ by, mayBeNamed }) => [by.entry.name, mayBeNamed])).toEqual([
      ['Anna', true],
      ['Bram', false],
    ])
  })
  it('is nobody twice: who was asked by any of their words, or added by hand', () => {
    const asked = { ...emptyEntry('confirmation'), what_for: 'working_group' as const }
    const shown = dossierWith([
      ...ideas,
      said('Anna', 'help', 1),
      said('Anna', 'think', 2),
      said('Bram', 'help', 1),
      said('Cor', 'help', 1, { email: 'cor@x.nl' }),
      said('Dirk', 'help', 1),
      { ...asked, name: 'Anna', commitment: 5 },
      { ...asked, name: 'Bram' },
      { ...asked, name: 'Cor de Wit', email: 'COR@x.nl' },
      { ...asked, name: 'Dirk', what_for: 'upkeep' as const },
    ])
    expect(names(groupOffers(shown).chosen)).toEqual(['Dirk'])
  })
})
