import { describe, expect, it } from 'vitest'
import { assessView, paperScores } from './assess-view.ts'
import { chooseView } from './choose-view.ts'
import { aPerson, recorder, theRound, theSession } from './picture-fixture.ts'
import type { Picture } from './picture.ts'

const empty = {
  notes: [], people: [], papers: [], ideas: [], groups: [], commitments: [], tables: [], proposals: [], concerns: [], photos: [],
  suggestions: [], connected: new Set<number>(), facilitators: 1, knocks: [], turnedAway: [], device: '',
} satisfies Partial<Picture> as Picture

const matrix: NonNullable<Picture['matrix']> = {
  type: 'matrix', id: 0, scale: 'colours', closed: false, answered: 1, seats: 2, cells: [],
  subjects: [{ group: 1, about: 'Wie?', verdict: 'open', note: '' }, { group: 2, about: '', verdict: 'green', note: 'Ja' }],
  criteria: [{ name: '', question: '' }],
  waiting: [{ person: 2, left: 1 }],
}

describe('what is scored, on the tablet', () => {
  const picture: Picture = {
    ...empty,
    round: theRound('assess'),
    matrix,
    people: [aPerson(1, 'Anna'), aPerson(2, 'Bo')],
    connected: new Set([1, 2]),
  }

  it('says who still has to answer, and what the table has to decide', () => {
    const { send, asked } = recorder()
    const view = assessView(picture, send)
    expect(view?.seats.map(({ name, state }) => `${name} ${state}`)).toEqual(['Anna done', 'Bo busy'])
    expect(view).toMatchObject({ closed: false, few: true, undecided: 1 })
    view?.close?.(true)
    void view?.rows[0]?.decide?.('red', 'Nee')
    expect(asked).toEqual([
      ['close_matrix', { closed: true }],
      ['decide_subject', { group: 1, verdict: 'red', note: 'Nee' }],
    ])
  })

  it('writes scores down for a seat on paper until it is closed', () => {
    const paper = { type: 'paper' as const, id: 2, ideas: [], votes: [], may_be_named: false, votes_left: 0, concerns: [], scores: [{ group: 1, criterion: 0, score: 3 }] }
    const seated = { ...picture, papers: [paper] }
    const { send, asked } = recorder()
    const scores = paperScores(seated, 2, send)
    expect(scores?.map(({ mine }) => mine)).toEqual([3, 0])
    scores?.[0]?.give(3)
    expect(asked).toEqual([['give_score', { group: 1, criterion: 0, score: 0 }]])
    expect(paperScores({ ...seated, matrix: { ...matrix, closed: true } }, 2, send)).toBeUndefined()
  })

  it('has one plan to propose at a time, and none once it is chosen', () => {
    const { send, asked } = recorder()
    const choosing = { type: 'choosing' as const, id: 0, candidate: 1, combined_with: 0, frozen: false, reason: '', candidates: [1, 2], answered: 1, seats: 2 }
    const view = chooseView({ ...picture, round: theRound('choose'), choosing }, send)
    expect(view?.candidates.map(({ propose }) => propose !== undefined)).toEqual([false, true])
    void view?.freeze?.('Daarom')
    expect(asked).toEqual([['freeze_choice', { frozen: true, reason: 'Daarom' }]])
    const frozen = chooseView({ ...picture, choosing: { ...choosing, frozen: true } }, send)
    expect(frozen?.freeze).toBeUndefined()
    expect(frozen?.thaw).toBeDefined()
  })

  it('makes one plan of two, and says when it is not what the vote came to', () => {
    const { send, asked } = recorder()
    const two = { ...matrix, subjects: [1, 2].map((group) => ({ group, about: '', verdict: null, note: '' })) }
    const choosing = { type: 'choosing' as const, id: 0, candidate: 1, combined_with: 0, frozen: false, reason: '', candidates: [1, 2, 3], answered: 0, seats: 2 }
    const view = chooseView({ ...picture, matrix: two, choosing }, send)
    expect(view?.candidates.map(({ combine }) => combine !== undefined)).toEqual([false, true, false])
    view?.candidates[1]?.combine?.()
    expect(asked).toEqual([['propose_choice', { group: 1, combined_with: 2 }]])
    const together = chooseView({ ...picture, matrix: two, choosing: { ...choosing, combined_with: 2 } }, send)
    together?.separate?.()
    expect(asked.at(-1)).toEqual(['propose_choice', { group: 1 }])
    expect(together?.votedFor).toBeUndefined()
  })

  it('does not open scores again that were sealed', () => {
    const { send } = recorder()
    const closed = { ...matrix, closed: true }
    const session = theSession({ reopened: true })
    expect(assessView({ ...picture, matrix: closed }, send)?.close).toBeDefined()
    expect(assessView({ ...picture, matrix: closed, session }, send)?.close).toBeUndefined()
  })
})
