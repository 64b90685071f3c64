import { describe, expect, it } from 'vitest'
import { aGroup, aPerson, aPicture, recorder, theRound, theTie, theVote } from './picture-fixture.ts'
import { tieView } from './tie-view.ts'
import { topView } from './top-view.ts'
import { voteView } from './vote-view.ts'

const groups = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter, i) => aGroup(i + 1, letter))
const people = [aPerson(1, 'Anna'), aPerson(2, 'Bo'), aPerson(3, 'Dewi'), aPerson(4, 'Hans')]
const open = aPicture({
  groups,
  people,
  round: theRound('vote'),
  connected: new Set([1, 2, 4]),
  vote: theVote({
    voted: 2,
    seats: 4,
    waiting: [
      { person: 2, left: 3 },
      { person: 3, left: 3 },
      { person: 4, left: 1 },
    ],
  }),
})

describe('The vote', () => {
  it('says who is done, who is busy and who lost the connection, never where votes went', () => {
    const view = voteView(open, 0, recorder().send)
    if (view.state !== 'open') throw new Error('should be open')
    expect(view.seats.map((seat) => [seat.name, seat.state])).toEqual([
      ['Anna', 'done'],
      ['Bo', 'busy'],
      ['Dewi', 'gone'],
      ['Hans', 'busy'],
    ])
    expect(JSON.stringify(view)).not.toContain('groep')
  })

  it('asks before closing under 80 percent, with names', () => {
    const view = voteView(open, 0, recorder().send)
    if (view.state !== 'open') throw new Error('should be open')
    expect(view.few).toBe(true)
    expect(view.doubts).toEqual([
      '2 van de 4 stemden. Dat is minder dan 80 procent.',
      'Bo heeft nog niet gestemd.',
      'Hans heeft nog stemmen over.',
      'Dewi is de verbinding kwijt. Wat al gekozen is, telt mee.',
    ])
  })

  it('closes after ten seconds, and keeps open or closes at once while they run', async () => {
    const { send, asked } = recorder()
    const before = voteView(open, 0, send)
    if (before.state !== 'open') throw new Error('should be open')
    expect(before.closing).toBeUndefined()
    await before.close?.(true)
    const during = voteView({ ...open, vote: theVote({ closes_at: 7000 }) }, 0, send)
    if (during.state !== 'open') throw new Error('should be open')
    expect(during.close).toBeUndefined()
    expect(during.closing?.seconds).toBe(7)
    during.closing?.keepOpen()
    during.closing?.closeNow()
    expect(asked).toEqual([
      ['close_vote', { in_ms: 10_000, anyway: true }],
      ['keep_vote_open', {}],
      ['close_vote', { in_ms: 0, anyway: true }],
    ])
  })

  it('sends why it is closed early when somebody says so', async () => {
    const { send, asked } = recorder()
    const view = voteView(open, 0, send)
    if (view.state !== 'open') throw new Error('should be open')
    await view.close?.(true, '  De laatste trein ')
    await view.close?.(true, '  ')
    expect(asked).toEqual([
      ['close_vote', { in_ms: 10_000, anyway: true, reason: 'De laatste trein' }],
      ['close_vote', { in_ms: 10_000, anyway: true }],
    ])
  })

  it('lets the rules be set until the first vote is cast', () => {
    const fresh = voteView({ ...open, vote: theVote({ seats: 4 }) }, 0, recorder().send)
    const begun = voteView(open, 0, recorder().send)
    if (fresh.state !== 'open' || begun.state !== 'open') throw new Error('should be open')
    expect(fresh.rules.set).toBeDefined()
    expect(begun.rules.set).toBeUndefined()
  })
})

const counts = [17, 15, 12, 9, 11, 9].map((votes, i) => ({ candidate: i + 1, votes }))
const closed = aPicture({
  groups,
  round: theRound('tie'),
  vote: theVote({ state: 'closed', candidates: [1, 2, 3, 4, 5, 6] }),
  tally: { type: 'tally', id: 0, vote: 1, counts },
  tie: theTie(),
})

describe('A tie', () => {
  it('shows the counts best first, with the tied ones on the same place', () => {
    const view = voteView(closed, 0, recorder().send)
    if (view.state !== 'closed') throw new Error('should be closed')
    expect(view.ranking.map((one) => `${one.place}${one.letter}${one.tied ? '=' : ''}`)).toEqual([
      '1A',
      '2B',
      '3C',
      '4E',
      '5D=',
      '5F=',
    ])
  })

  it('offers the ways in the order of the server, the first as the best, with what they lead to', () => {
    const view = tieView(closed, recorder().send)
    if (view.state !== 'open') throw new Error('should be open')
    expect(view.title).toBe('2 ideeën voor één plek')
    expect(view.ways.map((way) => way.way)).toEqual(['widen', 'run_off', 'merge', 'draw'])
    expect(view.ways.map((way) => way.best)).toEqual([true, false, false, false])
    expect(view.ways[0]?.label).toBe('Maak er een top 6 van')
  })

  it('asks first which ones to merge and which name stays', async () => {
    const { send, asked } = recorder()
    const view = tieView(closed, send)
    if (view.state !== 'open') throw new Error('should be open')
    expect(view.ways.find((way) => way.way === 'merge')?.take).toBeUndefined()
    await view.merge([4, 6], 6)
    expect(asked).toEqual([['merge_tied', { candidates: [4, 6], into: 6 }]])
  })

  it('watches the run-off while it is open', () => {
    const running = { ...closed, tie: theTie({ runoff: true }), vote: theVote({ runoff: true }) }
    expect(tieView(running, recorder().send).state).toBe('run_off')
  })

  it('tells how it was decided, with the number of a draw', () => {
    const decided = theTie({ decided: { way: 'draw', winners: [6], order: [6, 4], seed: '00ff' } })
    expect(tieView({ ...closed, tie: decided }, recorder().send)).toMatchObject({
      state: 'decided',
      details: ['In de top: F', 'Lotnummer 00ff'],
    })
  })
})

describe('The reveal', () => {
  const entry = (place: number) => ({
    place,
    candidate: place,
    letter: 'A',
    title: 'x',
    votes: 9,
    tied: false,
  })
  const top = (revealed: number) =>
    ({
      type: 'top',
      id: 0,
      size: 3,
      revealed,
      entries: [entry(1), entry(2), entry(3)],
      near_misses: [],
      decided_by: null,
      seed: '',
    }) as const
  const revealing = (revealed: number) =>
    topView(
      aPicture({
        round: theRound('top5'),
        top: { ...top(revealed), entries: [...top(0).entries], near_misses: [] },
      }),
      recorder().send,
    )

  it('goes from the last place to the first', () => {
    expect([0, 1, 2, 3].map((revealed) => revealing(revealed)?.next?.place)).toEqual([3, 2, 1, undefined])
  })

  it('marks what the room has seen', () => {
    expect(revealing(2)?.places.map((place) => place.shown)).toEqual([false, true, true])
  })
})
