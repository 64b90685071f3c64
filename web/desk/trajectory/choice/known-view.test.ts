import { beforeEach, describe, expect, it } from 'vitest'
import { setLanguage } from '../../../text/language.ts'
import { emptyEntry } from '../fields-view.ts'
import { dossierWith } from '../test-dossier.ts'
import { knownFacts, knownInShort } from './known-view.ts'

const idea = { ...emptyEntry('idea'), name: 'Haag', place: 1, votes: 12, hands: 2, missing_note: 'een graafmachine', session: 's' }
const shown = () =>
  dossierWith([
    idea,
    { ...emptyEntry('commitment'), name: 'Anna', idea: 1, role: 'help' },
    { ...emptyEntry('commitment'), name: 'Bram', idea: 1, role: 'lead' },
    { ...emptyEntry('commitment'), name: 'Cor', idea: 1, role: 'help' },
    { ...emptyEntry('commitment'), name: 'Cor', idea: 1, role: 'think' },
    { ...emptyEntry('commitment'), name: 'Els', idea: 1, role: 'informed' },
    { ...emptyEntry('commitment'), name: 'Dirk', idea: 9, role: 'help' },
    { ...emptyEntry('task'), what: 'Van wie is de grond?', topic: 'owner_of_ground', idea: 1, state: 'done', note: 'Van Loon', who: 'Piet' },
    { ...emptyEntry('task'), what: 'Kabels?', topic: 'cables', idea: 1, state: 'done' },
    { ...emptyEntry('task'), what: 'Wat kost het?', topic: 'cost', idea: 1 },
    { ...emptyEntry('task'), what: 'Mag de heg hoog?', topic: 'other', idea: 1, note: 'Tot 2 meter' },
  ])

describe('what is known of an idea before it is weighed', () => {
  beforeEach(() => setLanguage('nl'))

  it('is its votes, who joins in, and what was found out with who found it', () => {
    const facts = knownFacts(shown(), 1)
    expect(facts.map(({ label, text, by }) => [label, text, by])).toEqual([
      ['Uitslag', 'plaats 1 · 12 stemmen', ''],
      ['Wie wil meedoen', '1 × trekker zijn, 2 × meehelpen, 1 × meedenken, 2 handen omhoog', ''],
      ['Nog nodig', 'een graafmachine', ''],
      ['Grond', 'Van Loon', 'Piet'],
      ['Kabels', 'uitgezocht', ''],
      ['Kosten', 'nog niet uitgezocht', ''],
      ['Mag de heg hoog?', 'Tot 2 meter', ''],
    ])
    expect(facts[3]?.source).toBe('uitgezocht in stap 2')
    // Somebody is still at it: nothing to take along.
    expect(facts.at(-1)).toMatchObject({ isOpen: true, source: 'nog niet uitgezocht' })
    expect(knownInShort(shown(), { id: 1, entry: idea })).toBe('12 stemmen · 3 mensen willen meedoen')
  })
  it('is nothing for one that was written down at the desk', () => {
    expect(knownFacts(dossierWith([{ ...emptyEntry('idea'), name: 'Vijver' }]), 1)).toEqual([])
  })
})
