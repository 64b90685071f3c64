import { describe, expect, it } from 'vitest'
import type { Entry, HappenedLine } from '../../../shared/trajectory.ts'
import { emptyEntry } from '../fields-view.ts'
import { dossierWith } from '../test-dossier.ts'
import { changedOn, doneTurn, dueBefore, ideasLeft, mailAddress, mailAddresses, nextTurn, proposedThanks, storyPath } from './opening-view.ts'

const inTheOpening = (...entries: Entry[]) =>
  dossierWith(entries, { progress: { step: 'opening', outcome: 'running', reason: '', refund: 0 } })

describe('The opening', () => {
  it('plans what has to be done before the party, and no day that has gone by', () => {
    expect(dueBefore('2027-03-01', 14, '2026-11-28')).toBe('2027-02-15')
    expect(dueBefore('2026-12-01', 14, '2026-11-28')).toBe('')
    expect(dueBefore('', 14, '2026-11-28')).toBe('')
  })

  it('thanks everybody in the dossier once, and nobody who is on the list', () => {
    const shown = inTheOpening(
      { ...emptyEntry('contact'), name: 'Noor', organisation: 'Bakkerij' },
      { ...emptyEntry('commitment'), name: 'noor' },
      { ...emptyEntry('commitment'), name: 'Kees', note: 'Schoppen' },
      { ...emptyEntry('commitment'), name: 'Wim', role: 'informed' },
      { ...emptyEntry('company'), name: 'Drukkerij' },
      { ...emptyEntry('thanks'), name: 'Drukkerij' },
      { ...emptyEntry('confirmation'), name: 'Ali', what_for: 'working_group', answer: 'accepted' },
      { ...emptyEntry('confirmation'), name: 'Bo', what_for: 'working_group', answer: 'declined' },
      { ...emptyEntry('confirmation'), name: 'Cas', what_for: 'upkeep', answer: 'accepted' },
      { ...emptyEntry('cover'), what: 'Subsidie', who: 'Provincie', state: 'promised' },
      { ...emptyEntry('cover'), what: 'Sponsor', who: 'Bank', state: 'hoped' },
      { ...emptyEntry('place'), name: 'De Linde', funder: 'Gemeente' },
      { ...emptyEntry('support'), paid_by: 'provincie' },
    )
    const words = { working_group: 'de werkgroep', funder: 'het geld' }
    expect(proposedThanks(shown, words).map(({ name, what_for }) => [name, what_for])).toEqual([
      ['Noor', 'Bakkerij'],
      ['Ali', 'de werkgroep'],
      ['Kees', 'Schoppen'],
      ['Provincie', 'Subsidie'],
      ['Gemeente', 'het geld'],
    ])
  })

  it('invites every address once', () => {
    const mail = { email: 'noor@plek.example' }
    expect(
      mailAddresses(
        inTheOpening(
          { ...emptyEntry('contact'), name: 'Noor', ...mail },
          { ...emptyEntry('neighbour'), name: 'Noor', email: 'Noor@Plek.example' },
          { ...emptyEntry('neighbour'), name: 'Kees' },
          ...(['working_group', 'ownership', 'upkeep'] as const).flatMap((what_for) =>
            (['accepted', 'declined', 'asked'] as const).map((answer) => ({
              ...emptyEntry('confirmation'),
              name: 'Bo',
              what_for,
              answer,
              email: `${what_for}-${answer}@plek.example`,
            })),
          ),
          { ...emptyEntry('confirmation'), name: 'Ali', answer: 'accepted' },
        ),
      ),
    ).toEqual([
      'noor@plek.example',
      'working_group-accepted@plek.example',
      'ownership-accepted@plek.example',
      'upkeep-accepted@plek.example',
    ])
  })

  it('leaves for a next round what was not chosen', () => {
    const shown = inTheOpening(
      { ...emptyEntry('idea'), name: 'Bank' },
      { ...emptyEntry('idea'), name: 'Vijver' },
      { ...emptyEntry('choice'), outcome: 'chosen', idea: 1 },
    )
    expect(ideasLeft(shown).map(({ entry }) => entry.name)).toEqual(['Vijver'])
  })

  it('has an address that can be read', () => {
    expect(storyPath('Bedrijvenpark De Linde (zuid)', '0123456789abcdef')).toBe(
      '/story/bedrijvenpark-de-linde-zuid-0123456789abcdef',
    )
    expect(storyPath('…', '0123456789abcdef')).toBe('/story/0123456789abcdef')
  })

  const work = { ...emptyEntry('upkeep'), what: 'Water', every_months: 1, starts_on: '2026-01-31' }
  it('knows the turn after the last that was done, also at the end of a month and when it has ended', () => {
    const turnAfter = (done_on: string, change = {}) => nextTurn({ ...work, ...change, done_on }, '2026-11-28')
    expect(turnAfter('2026-01-31')).toBe('2026-02-28')
    expect(turnAfter('2026-02-27')).toBe('2026-02-28')
    expect(turnAfter('2026-10-31')).toBe('2026-11-30')
    expect(turnAfter('2026-05-31', { ends_on: '2026-06-01' })).toBe('')
    expect(turnAfter('2026-01-31', { every_months: 0 })).toBe('')
    expect(turnAfter('2026-01-30', { every_months: 0 })).toBe('2026-01-31')
  })
  it('asks for the latest turn before the last change as long as none was done', () => {
    expect(nextTurn(work, '2026-01-01')).toBe('2026-01-31')
    expect(nextTurn(work, '2026-01-31')).toBe('2026-01-31')
    expect(nextTurn(work, '2026-11-29')).toBe('2026-10-31')
    expect(nextTurn({ ...work, ends_on: '2026-06-01' }, '2026-11-28')).toBe('2026-05-31')
    expect(nextTurn({ ...work, starts_on: '' }, '2026-11-28')).toBe('')
    const happened = ['2026-03-01T23:30Z', '2026-02-27T12:00Z'].map((at) => ({ at: Date.parse(at) }) as HappenedLine)
    expect(changedOn(dossierWith([], { happened }))).toBe('2026-03-01')
  })
  it('lets one say that a turn was done from two weeks before it, and of missed ones the latest', () => {
    const on = (today: string, done_on = '2026-01-31') => doneTurn({ ...work, done_on }, '2026-02-01', today)
    expect(on('2026-02-13')).toBe('')
    expect(on('2026-02-14')).toBe('2026-02-28')
    expect(on('2026-02-28')).toBe('2026-02-28')
    expect(on('2026-05-01')).toBe('2026-04-30')
    expect(on('2026-02-28', '2026-02-28')).toBe('')
  })
  it('mails the function that has to do it, whatever is in the words', () => {
    const link = new URL(mailAddress('beheer@delinde.example', 'a&bcc=x@y.example', 'b\n?cc=z@y.example'))
    expect(decodeURIComponent(link.pathname)).toBe('beheer@delinde.example')
    expect([...link.searchParams.keys()]).toEqual(['subject', 'body'])
    expect(link.searchParams.get('body')).toBe('b\r\n?cc=z@y.example')
  })
})
