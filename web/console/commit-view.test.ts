import { describe, expect, it } from 'vitest'
import { closeView } from './close-view.ts'
import { commitView } from './commit-view.ts'
import { anAgenda, aPerson, aPicture, aRound, recorder, theRound, theSession } from './picture-fixture.ts'
import type { Picture } from './picture.ts'
import { lobbyView, peopleView } from './people-view.ts'
import { refusalText } from './refusal-text.ts'
import { isPutAway, undoView } from './undo-view.ts'

const top: Picture['top'] = {
  type: 'top',
  id: 0,
  size: 2,
  revealed: 2,
  entries: [
    { place: 1, candidate: 10, letter: 'B', title: 'Pauzeplek', votes: 9, tied: false },
    { place: 2, candidate: 20, letter: 'A', title: 'Schaduw', votes: 8, tied: false },
  ],
  near_misses: [],
  decided_by: null,
  seed: '',
}
const one = (
  id: number,
  candidate: number,
  role: 'lead' | 'help' | 'informed' | 'missing',
  person: number,
  hands = 1,
  note = '',
) =>
  ({
    type: 'commitment',
    id,
    candidate,
    role,
    person,
    hands,
    note,
    name: person ? `mens ${person}` : '',
  }) as const
const board = aPicture({
  top,
  people: [aPerson(1, 'Anna'), aPerson(2, 'Bo')],
  commitments: [
    one(1, 10, 'lead', 1),
    one(2, 10, 'help', 0, 3),
    one(3, 20, 'help', 1, 1, 'hout'),
    one(4, 20, 'missing', 2, 1, 'de tuinman'),
    one(5, 10, 'informed', 2),
  ],
})

describe('The board', () => {
  it('shows leads, and flags an idea without one', () => {
    const view = commitView(board, recorder().send)
    expect(view?.columns.map((column) => column.leads)).toEqual([['mens 1'], []])
    expect(view?.leadsSentence).toBe('1 van de 2 ideeën hebben een trekker.')
  })

  it('writes hands without a name, notes, and who is missing', () => {
    const view = commitView(board, recorder().send)
    expect(view?.columns[0]?.parts).toEqual([
      { role: 'help', text: '3 handen' },
      { role: 'informed', text: 'mens 2' },
    ])
    expect(view?.columns[1]?.parts).toEqual([
      { role: 'help', text: 'mens 1: hout' },
      { role: 'missing', text: 'de tuinman' },
    ])
  })

  it('does not count who only named a missing person, or wants to be kept posted, as joining in', () => {
    expect(commitView(board, recorder().send)?.peopleSentence).toBe('1 van de 2 mensen doen ergens aan mee.')
    expect(commitView(board, recorder().send)?.columns[0]?.people).toBe(4)
  })

  it('records a hand for its own idea', async () => {
    const { send, asked } = recorder()
    const hand = { role: 'help', person: 2, hands: 1, note: '' } as const
    await commitView(board, send)?.columns[1]?.addHand?.(hand)
    expect(asked).toEqual([['record_hands', { candidate: 20, ...hand }]])
  })
})

describe('The end', () => {
  const step: Picture['closing'] = { type: 'closing', id: 0, next_step: { date: '2026-12-01', text: '' } }

  it('cannot come before the next step has a date', () => {
    expect(closeView(aPicture(), recorder().send).end).toBeUndefined()
    expect(closeView(aPicture({ closing: step }), recorder().send).end).toBeDefined()
  })

  it('leaves nothing to change', () => {
    const view = closeView(
      aPicture({ closing: step, session: theSession({ status: 'ended' }) }),
      recorder().send,
    )
    expect(view.setStep ?? view.end).toBeUndefined()
  })
})

describe('The door', () => {
  it('shows the link of the QR only with an address and a secret', () => {
    const invite: Picture['invite'] = { type: 'invite', id: 0, code: 'K7M4QX', secret: 'ab' }
    expect(lobbyView(aPicture({ invite }), undefined, recorder().send).link).toBeUndefined()
    expect(lobbyView(aPicture({ invite }), 'http://10.0.0.2:8080', recorder().send)).toMatchObject({
      link: 'http://10.0.0.2:8080/#q=ab',
      address: '10.0.0.2:8080',
    })
  })

  it('tells who is done with the round, where that can be said', () => {
    const people = [aPerson(1, 'Anna', { ready: true }), aPerson(2, 'Bram')]
    const ready = (kind: 'ideas' | 'vote') =>
      peopleView(aPicture({ people, round: theRound(kind) }), recorder().send).inside.map((row) => row.ready)
    expect(ready('ideas')).toEqual([true, false])
    expect(ready('vote')).toEqual([false, false])
  })

  it('locks and opens, removes and brings back', () => {
    const { send, asked } = recorder()
    const people = [aPerson(1, 'Anna'), aPerson(2, '', { state: 'removed' })]
    const view = peopleView(aPicture({ people, connected: new Set([1]) }), send)
    expect(view.unlock).toBeUndefined()
    view.lock?.()
    view.inside[0]?.remove?.()
    view.removed[0]?.bringBack?.()
    expect(view.inside[0]).toMatchObject({ name: 'Anna', connected: true })
    expect(asked).toEqual([
      ['lock_door', { locked: true }],
      ['remove_person', { person: 1 }],
      ['bring_back_person', { person: 2 }],
    ])
  })
})

describe('Words', () => {
  it('say who moves an idea, and where it went', () => {
    const refused = (refusal: 'being_moved' | 'moved_meanwhile', details: object) =>
      refusalText({ ok: false, refusal, details }, aPicture())
    expect(refused('being_moved', { name: 'Anna' })).toBe('Anna verplaatst dit nu.')
    expect(refused('moved_meanwhile', { group: 0 })).toBe(
      'Iemand was net iets eerder. Het staat nu in Nog te plaatsen.',
    )
  })

  it('stay away when another window took over', () => {
    expect(refusalText({ ok: false, refusal: 'replaced' }, aPicture())).toBeUndefined()
  })

  it('name what can be undone, and undo that and nothing newer', () => {
    const { send, asked } = recorder()
    const undo: Picture['undo'] = {
      type: 'undo',
      id: 0,
      action: { id: 41, op: 'merge_groups', what: 'Schaduw', at: 1_000 },
    }
    const view = undoView(aPicture({ undo }), 2_000, send)
    expect(view?.text).toBe('Twee groepen zijn nu één. “Schaduw”')
    view?.undo()
    expect(asked).toEqual([['undo', { action: 41 }]])
  })

  it('say what was switched as it is now', () => {
    const { send } = recorder()
    const done = (op: string, more: Partial<Picture> = {}) =>
      undoView(aPicture({ ...more, undo: { type: 'undo', id: 0, action: { id: 1, op, what: '', at: 1_000 } } }), 2_000, send)?.text
    const session = aPicture().session as NonNullable<Picture['session']>
    expect(done('pause_session', { session: { ...session, paused: true } })).toBe('Iedereen heeft pauze.')
    expect(done('pause_session', { session: { ...session, paused: false } })).toBe('De pauze is voorbij.')
    expect(done('lock_door', { session: { ...session, door: 'locked' } })).toBe('De deur is dicht.')
    expect(done('show_nothing', { session: { ...session, blank: false } })).toBe('Het grote scherm toont weer iets.')
    const plan = { type: 'plan', id: 0, picture: 1, width: 400, height: 300, shown: true } as const
    expect(done('show_plan', { plan })).toBe('De plattegrond staat op het grote scherm.')
    expect(done('show_plan', { plan: { ...plan, shown: false } })).toBe('De plattegrond staat niet meer op het grote scherm.')
    expect(done('start_round', { agenda: undefined })).toBe('Gelukt.')
  })

  it('stay away with all that was done before', () => {
    expect([39, 40, 41].map((action) => isPutAway(action, 40))).toEqual([true, true, false])
    expect([-3, -2].map((knock) => isPutAway(knock, 40))).toEqual([false, false])
    expect(isPutAway(-3, -3)).toBe(true)
  })

  it('say of a countdown what came of it', () => {
    const { send } = recorder()
    const agenda = anAgenda([aRound(1, 'vote', 'now'), aRound(2, 'top5', 'ahead')])
    const vote: Picture['vote'] = {
      type: 'vote', id: 0, vote: 1, runoff: false, state: 'closed', candidates: [1], votes_per_person: 5, votes_per_candidate: 1,
      voted: 1, seats: 1, closes_at: null, waiting: null,
    }
    const said = (op: string, more: Partial<Picture>) =>
      undoView(aPicture({ agenda, vote, ...more, undo: { type: 'undo', id: 0, action: { id: 1, op, what: 'Bank', at: 0 } } }), 1, send)?.text
    expect(said('close_vote', { vote: { ...vote, state: 'open' } })).toBe('De stemming gaat zo dicht. “Bank”')
    expect(said('timer', { round: theRound('vote') })).toBe('De stemming is dicht.')
    expect(said('timer', { round: theRound('top5'), agenda: anAgenda([aRound(2, 'top5', 'now')]) })).toBe('Iedereen is nu bij Uitslag.')
  })
})
