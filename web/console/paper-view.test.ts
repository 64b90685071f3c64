import { describe, expect, it } from 'vitest'
import { paperRows, paperSeat } from './paper-view.ts'
import { peopleView } from './people-view.ts'
import type { Send } from './picture.ts'
import { aGroup, aPerson, aPicture, recorder, theRound, theSession, theVote } from './picture-fixture.ts'
import { voteView } from './vote-view.ts'

const paper = (more = {}) => ({ type: 'paper' as const, id: 4, ideas: [], votes: [], may_be_named: false, votes_left: 0, concerns: [], scores: [], ...more })
const people = [aPerson(1, 'Anna'), aPerson(4, 'Truus')]
const voting = {
  people,
  groups: [aGroup(2, 'B'), aGroup(1, 'A'), aGroup(3, 'C')],
  vote: theVote({ candidates: [1, 2], votes_per_person: 2, waiting: [{ person: 4, left: 1 }] }),
}

describe('A seat on paper', () => {
  it('votes for the candidates in the order of the ballot, as long as there are votes', () => {
    const asked: unknown[] = []
    const send: Send = (...all) => {
      asked.push(all)
      return Promise.resolve({ ok: true })
    }
    const picture = aPicture({
      ...voting,
      papers: [paper({ votes: [{ candidate: 2, votes: 1 }], votes_left: 1 })],
    })
    const vote = paperSeat(picture, 4, send)?.vote
    expect(vote?.candidates.map(({ letter, mine }) => [letter, mine])).toEqual([
      ['A', 0],
      ['B', 1],
    ])
    const [a, b] = vote?.candidates ?? []
    expect(b?.cast).toBeUndefined()
    a?.cast?.()
    b?.retract?.()
    expect(asked).toEqual([
      ['cast_vote', { candidate: 1 }, 4],
      ['retract_vote', { candidate: 2 }, 4],
    ])
  })

  it('has no vote to give when all are used, and none before people vote', () => {
    const { send } = recorder()
    const spent = aPicture({ ...voting, papers: [paper({ votes: [{ candidate: 2, votes: 1 }] })] })
    expect(paperSeat(spent, 4, send)?.vote?.candidates.some(({ cast }) => cast)).toBe(false)
    expect(paperSeat(aPicture({ people, papers: [paper()] }), 4, send)?.vote).toBeUndefined()
  })

  it('is put right and erased after the end, without what somebody cannot undo by mistake', async () => {
    const asked: unknown[] = []
    const send: Send = (...all) => {
      asked.push(all)
      return Promise.resolve({ ok: true })
    }
    const ideas = [
      { id: 1, text: 'Een bank', explanation: 'in de zon', status: 'live' as const },
      { id: 2, text: '', explanation: '', status: 'withdrawn' as const },
      { id: 3, text: 'Ook een bank', explanation: '', status: 'merged' as const },
    ]
    const commitment = { type: 'commitment' as const, candidate: 1, role: 'help' as const, name: 'Truus', hands: 1 }
    const seat = paperSeat(
      aPicture({
        people,
        groups: [aGroup(1, 'A')],
        session: theSession({ status: 'ended' }),
        papers: [paper({ ideas })],
        commitments: [
          { ...commitment, id: 5, person: 4, note: 'dinsdag' },
          { ...commitment, id: 6, person: 1, note: '' },
        ],
      }),
      4,
      send,
    )
    expect(seat?.write).toBeUndefined()
    expect(seat?.ideas.map(({ id, reword, erase }) => [id, !!reword, !!erase])).toEqual([
      [1, true, true],
      [3, false, true],
    ])
    expect(seat?.commitments.map(({ text }) => text)).toEqual(['A · helpt mee · dinsdag'])
    await seat?.ideas[0]?.reword?.('Een stoel')
    await seat?.ideas[1]?.erase?.()
    await seat?.commitments[0]?.erase()
    await seat?.rename?.('T.')
    expect(asked).toEqual([
      ['edit_idea', { idea: 1, text: 'Een stoel', explanation: 'in de zon' }, 4],
      ['withdraw_idea', { idea: 3 }, 4],
      ['withdraw_commitment', { commitment: 5 }, 4],
      ['set_profile', { name: 'T.', organisation: '', role: '' }, 4],
    ])
  })

  it('shows ideas, takes them back and brings them back, but not while people vote or after the end', () => {
    const { send } = recorder()
    const ideas = [
      { id: 1, text: 'Een bank', explanation: '', status: 'live' },
      { id: 2, text: 'Een pad', explanation: '', status: 'withdrawn' },
    ]
    const papers = [paper({ ideas })]
    const seat = paperSeat(aPicture({ people, papers }), 4, send)
    expect(seat?.note).toBe('1 idee')
    expect(seat?.ideas.map(({ withdraw, restore }) => [!!withdraw, !!restore])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(paperSeat(aPicture({ ...voting, papers }), 4, send)?.ideas.some(({ withdraw }) => withdraw)).toBe(false)
    const ended = aPicture({ people, papers, session: theSession({ status: 'ended' }) })
    expect(paperSeat(ended, 4, send)?.write).toBeUndefined()
  })

  it('says what somebody thinks of the proposal, for that seat alone', async () => {
    const asked: unknown[] = []
    const send: Send = (...said) => {
      asked.push(said)
      return Promise.resolve({ ok: true })
    }
    const choosing = { type: 'choosing' as const, id: 0, candidate: 7, combined_with: 0, frozen: false, reason: '', candidates: [7], answered: 0, seats: 2 }
    const papers = [paper({ concerns: [{ candidate: 7, answer: 'worried', text: 'Wie geeft water?' }] })]
    const seat = paperSeat(aPicture({ people, papers, choosing, round: theRound('choose') }), 4, send)
    expect(seat?.concerns?.map(({ answer, text }) => [answer, text])).toEqual([['worried', 'Wie geeft water?']])
    await seat?.concerns?.[0]?.say('fine', '')
    expect(asked).toEqual([['answer_concern', { candidate: 7, answer: 'fine', text: '' }, 4]])
    expect(paperSeat(aPicture({ people, papers, choosing }), 4, send)?.concerns).toBeUndefined()
    const frozen = { ...choosing, frozen: true }
    expect(paperSeat(aPicture({ people, papers, choosing: frozen, round: theRound('choose') }), 4, send)?.concerns).toBeUndefined()
  })

  it('is somebody who is here, in the list and in the vote', () => {
    const { send, asked } = recorder()
    const picture = aPicture({ ...voting, papers: [paper({ votes_left: 1 })] })
    expect(paperRows(picture)).toMatchObject([{ id: 4, name: 'Truus' }])
    const view = peopleView(picture, send)
    expect(view.inside.map((row) => row.paper)).toEqual([false, true])
    const vote = voteView(picture, 0, send)
    expect(vote.state === 'open' && vote.seats.find(({ id }) => id === 4)?.state).toBe('busy')
    // Whoever has a phone keeps it, whichever seat was chosen to stay.
    view.merge?.(1, 4)
    expect(asked).toEqual([['merge_seats', { person: 4, into: 1 }]])
  })

  it('goes when the person is taken out', () => {
    expect(paperSeat(aPicture({ people }), 4, recorder().send)).toBeUndefined()
  })
})
