import { describe, expect, it } from 'vitest'
import { footView, plannedStarts, railView } from './agenda-view.ts'
import {
  anAgenda,
  aPicture,
  aRound,
  recorder,
  theRound,
  theSession,
  theTie,
  theVote,
} from './picture-fixture.ts'

const minute = 60_000
const rounds = [
  aRound(1, 'lobby', 'done'),
  aRound(2, 'ideas', 'now', 10),
  aRound(3, 'group', 'ahead', 15),
  aRound(4, 'vote', 'skipped', 10),
  aRound(5, 'top5', 'ahead', 10),
]

describe('The rail', () => {
  it('plans the rounds ahead from the time that is left now, without those that are skipped', () => {
    const picture = aPicture({
      agenda: anAgenda(rounds),
      round: theRound('ideas', { timer: { state: 'paused', left_ms: 2 * minute } }),
    })
    expect([...plannedStarts(picture, 0)]).toEqual([
      [3, 2 * minute],
      [5, 17 * minute],
    ])
  })

  it('offers for each round what can be done with it, and nothing else', () => {
    const picture = aPicture({ agenda: anAgenda(rounds), round: theRound('ideas') })
    const offered = railView(picture, 0, recorder().send).map((stop) =>
      ['go', 'skip', 'unskip', 'repeat', 'earlier', 'later'].filter((name) => name in stop),
    )
    expect(offered).toEqual([
      ['go'],
      ['repeat'],
      ['go', 'skip', 'repeat', 'later'],
      ['unskip', 'repeat', 'earlier', 'later'],
      ['go', 'skip', 'repeat', 'earlier'],
    ])
  })

  it('moves a round by sending the whole new order', () => {
    const { send, asked } = recorder()
    railView(aPicture({ agenda: anAgenda(rounds) }), 0, send)[4]?.earlier?.()
    expect(asked).toEqual([['order_agenda', { rounds: [1, 2, 3, 5, 4] }]])
  })

  it('offers nothing once the session is closed', () => {
    const picture = aPicture({ agenda: anAgenda(rounds), session: theSession({ status: 'ended' }) })
    expect(railView(picture, 0, recorder().send).some((stop) => stop.go || stop.repeat || stop.skip)).toBe(
      false,
    )
  })
})

describe('The bar at the thumb', () => {
  it('goes to the next round that is not skipped, now or in half a minute, and back', () => {
    const { send, asked } = recorder()
    const view = footView(aPicture({ agenda: anAgenda(rounds), round: theRound('ideas') }), 0, send)
    view.next?.go()
    view.next?.soon()
    view.back?.go()
    expect(asked).toEqual([
      ['start_round', { round: 3, in_ms: 0, seen: 2 }],
      ['start_round', { round: 3, in_ms: 30_000, seen: 2 }],
      ['start_round', { round: 1, in_ms: 0, seen: 2 }],
    ])
  })

  it('shows only the countdown while one runs, and can stop it', () => {
    const { send, asked } = recorder()
    const agenda = anAgenda(rounds, { round: 3, at: 23_400 })
    const view = footView(aPicture({ agenda, round: theRound('ideas') }), 1000, send)
    expect(view.next).toBeUndefined()
    expect(view.moving?.seconds).toBe(23)
    view.moving?.stop()
    expect(asked).toEqual([['cancel_start', {}]])
  })

  const voting = [aRound(1, 'vote', 'now'), aRound(2, 'tie', 'ahead'), aRound(3, 'top5', 'ahead')]

  it('waits for the vote to be closed', () => {
    const picture = aPicture({ agenda: anAgenda(voting), round: theRound('vote'), vote: theVote() })
    const view = footView(picture, 0, recorder().send)
    expect(view.next).toBeUndefined()
    expect(view.blocked?.title).toBe('Uitslag')
  })

  it('passes by the round for a tie when there is none, and goes there when there is', () => {
    const closed = theVote({ state: 'closed' })
    const without = aPicture({ agenda: anAgenda(voting), round: theRound('vote'), vote: closed })
    expect(footView(without, 0, recorder().send).next?.title).toBe('Uitslag')
    expect(footView({ ...without, tie: theTie() }, 0, recorder().send).next?.title).toBe('Gelijke stand')
  })

  it('waits in a tie until a way out is chosen', () => {
    const tied = [aRound(1, 'vote', 'done'), aRound(2, 'tie', 'now'), aRound(3, 'top5', 'ahead')]
    const picture = aPicture({
      agenda: anAgenda(tied),
      round: theRound('tie'),
      vote: theVote({ state: 'closed' }),
      tie: theTie(),
    })
    expect(footView(picture, 0, recorder().send).next).toBeUndefined()
    const decided = theTie({ decided: { way: 'widen', winners: [4, 6], order: [], seed: '' } })
    expect(footView({ ...picture, tie: decided }, 0, recorder().send).next?.title).toBe('Uitslag')
  })
})
