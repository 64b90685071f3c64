import { describe, expect, it } from 'vitest'
import { railView, roundAdder } from './agenda-view.ts'
import { closeView } from './close-view.ts'
import { concernsView } from './concerns-view.ts'
import { meterView } from './direct-view.ts'
import type { Picture } from './picture.ts'
import {
  aGroup,
  anAgenda,
  anIdea,
  aPerson,
  aPicture,
  aRound,
  recorder,
  theRound,
  theSession,
  theVote,
} from './picture-fixture.ts'
import { pitchView } from './pitch-view.ts'
import { sharpenView } from './sharpen-view.ts'
import { tablesView } from './tables-view.ts'
import { voteView } from './vote-view.ts'

const groups = [
  aGroup(1, 'A', { name: 'Bankjes' }),
  aGroup(2, 'B', { name: 'Bomen' }),
  aGroup(3, 'C', { name: 'Leeg' }),
]
const ideas = [anIdea(1, 1, 1), anIdea(2, 2, 1), anIdea(3, 2, 2)]
const people = [aPerson(1, 'Anna', { table: 2 }), aPerson(2, 'Bo', { table: 2 }), aPerson(3, 'Chris')]
const proposal = (
  id: number,
  more: Partial<Picture['proposals'][number]> = {},
): Picture['proposals'][number] => ({
  type: 'proposal',
  id,
  by: 0,
  name: '',
  what: '',
  where: '',
  whom: '',
  in_time: 'unknown',
  in_money: 'unknown',
  revision: 0,
  ...more,
})

describe('Pitches', () => {
  it('offers the first group with ideas that has not had a turn', () => {
    const round = theRound('pitch', { pitch: { group: 1, done: [] } })
    const { send, asked } = recorder()
    const view = pitchView(aPicture({ round, groups, ideas }), send)
    expect(view.rows.map((row) => [row.letter, row.state])).toEqual([
      ['A', 'now'],
      ['B', 'ahead'],
    ])
    view.next?.start?.()
    view.stop?.()
    expect(asked).toEqual([
      ['start_pitch', { group: 2 }],
      ['start_pitch', { group: 0 }],
    ])
    expect(meterView(aPicture({ round, groups, ideas }))?.done).toBe(0)
  })
})

describe('Tables', () => {
  const picture = aPicture({
    round: theRound('table_choice'),
    groups,
    ideas,
    people,
    tables: [{ type: 'table', id: 2, chosen: [2] }],
  })
  it('shows who sits where, what is chosen, and what would go to later', () => {
    const view = tablesView(picture, recorder().send)
    expect(view.tables).toMatchObject([{ number: 2, chosen: [{ title: 'Bomen' }] }])
    expect(view.tables[0]?.people.map((one) => one.name)).toEqual(['Anna', 'Bo'])
    expect(view.standing.map((one) => one.name)).toEqual(['Chris'])
    expect(view.left).toBe(1)
    expect(view.keep).toBeDefined()
    expect(meterView(picture)).toMatchObject({ done: 1, total: 1 })
  })
  it('in a talk are dealt and seen, and nothing is chosen', () => {
    const talk = { ...picture, round: theRound('talk') }
    const { send, asked } = recorder()
    const view = tablesView(talk, send)
    expect(view.tables.map((one) => [one.number, one.people.length])).toEqual([[2, 2]])
    expect(view.choose).toBeUndefined()
    expect(view.keep).toBeUndefined()
    void view.deal(3)
    view.seat(3, 1)
    expect(asked).toEqual([
      ['deal_tables', { tables: 3 }],
      ['seat_person', { person: 3, table: 1 }],
    ])
    expect(meterView(talk)).toMatchObject({ done: 2, total: 3 })
    expect(meterView({ ...talk, people: [aPerson(3, 'Chris')] })).toBeUndefined()
  })
  it('keeps nothing before a table has chosen', () => {
    expect(tablesView({ ...picture, tables: [] }, recorder().send).keep).toBeUndefined()
  })
})

describe('Proposals', () => {
  it('flags what does not fit, and counts those with words', () => {
    const picture = aPicture({
      round: theRound('sharpen'),
      groups,
      ideas,
      people,
      proposals: [proposal(1, { what: 'Zes bankjes', in_money: 'no', by: 1, name: 'Anna', revision: 2 })],
    })
    const { send, asked } = recorder()
    const view = sharpenView(picture, send)
    expect(view.cards.map((card) => [card.letter, card.begun, card.unfit, card.byName])).toEqual([
      ['A', true, true, 'Anna'],
      ['B', false, false, ''],
    ])
    expect(meterView(picture)).toMatchObject({ done: 1, total: 2 })
    view.cards[0]?.later?.()
    expect(asked).toEqual([['keep_group_for_later', { group: 1, later: true }]])
  })
  it('cannot be changed while people vote, and what does not fit stands beside the close', () => {
    const vote = theVote({ candidates: [1, 2] })
    const picture = aPicture({ groups, ideas, vote, proposals: [proposal(2, { in_time: 'no' })] })
    expect(sharpenView(picture, recorder().send).cards[0]?.save).toBeUndefined()
    expect(voteView(picture, 0, recorder().send)).toMatchObject({ unfit: ['B'] })
  })
})

describe('Concerns', () => {
  const picture = aPicture({
    round: theRound('concerns'),
    top: {
      type: 'top',
      id: 0,
      size: 1,
      revealed: 1,
      entries: [{ place: 1, candidate: 1, letter: 'A', title: 'Bankjes', votes: 9, tied: false }],
      near_misses: [],
      decided_by: null,
      seed: '',
    },
    moods: { type: 'moods', id: 0, ideas: [{ candidate: 1, fine: 4, worried: 2, open: 1 }] },
    concerns: [
      { type: 'concern', id: 1, candidate: 1, person: 1, name: 'Anna', text: 'Water?', status: 'open' },
      { type: 'concern', id: 2, candidate: 1, person: 0, name: '', text: 'Kabels', status: 'noted' },
    ],
  })
  it('says who, and what can be done; the same tap once more opens it again', () => {
    const { send, asked } = recorder()
    const view = concernsView(picture, send)
    expect(view?.open).toBe(1)
    expect(view?.columns[0]).toMatchObject({ fine: 4, worried: 2 })
    expect(view?.columns[0]?.lines.map((line) => line.who)).toEqual(['Anna', 'De zaal'])
    view?.columns[0]?.lines[0]?.settle?.('noted')
    view?.columns[0]?.lines[1]?.settle?.('noted')
    expect(asked).toEqual([
      ['settle_concern', { concern: 1, status: 'noted' }],
      ['settle_concern', { concern: 2, status: 'open' }],
    ])
  })
  it('takes no more from the room once the round is over', () => {
    const later = { ...picture, round: theRound('commit') }
    expect(concernsView(later, recorder().send)?.columns[0]?.note).toBeUndefined()
  })
})

describe('Stars', () => {
  it('have an average of who gave some', () => {
    const stars = { type: 'stars', id: 0, counts: [0, 0, 1, 2, 1] } as const
    expect(
      closeView(aPicture({ stars: { ...stars, counts: [...stars.counts] } }), recorder().send).stars,
    ).toMatchObject({
      average: '4,0',
      n: 4,
    })
    expect(closeView(aPicture(), recorder().send).stars).toBeUndefined()
  })
})

describe('The agenda', () => {
  const words = { title: 'Welkom', text: 'Hallo', say: '', minutes: 5 }
  it('takes other words for a round, and a round more', async () => {
    const agenda = anAgenda([aRound(1, 'lobby', 'now'), aRound(2, 'show', 'ahead')])
    const { send, asked } = recorder()
    const picture = aPicture({ agenda })
    await railView(picture, 0, send)[1]?.edit?.(words)
    await roundAdder(picture, send)?.('talk', words)
    expect(asked).toEqual([
      ['edit_round', { round: 2, ...words }],
      ['add_round', { kind: 'talk', ...words }],
    ])
  })
  it('is fixed once the session has ended', () => {
    const agenda = anAgenda([aRound(1, 'lobby', 'now')])
    const picture = aPicture({ agenda, session: theSession({ status: 'ended' }) })
    expect(roundAdder(picture, recorder().send)).toBeUndefined()
    expect(railView(picture, 0, recorder().send)[0]?.edit).toBeUndefined()
  })
})
