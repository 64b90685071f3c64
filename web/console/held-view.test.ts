import { describe, expect, it } from 'vitest'
import { heldView, readyOf } from './held-view.ts'
import { knockView } from './knock-view.ts'
import { peopleView } from './people-view.ts'
import { isWatching } from './picture.ts'
import { anIdea, aPerson, aPicture, recorder, theRound, theSession } from './picture-fixture.ts'

describe('What holds the room', () => {
  it('offers a pause, and in a pause its end', () => {
    const { send, asked } = recorder()
    heldView(aPicture(), send).pause?.()
    const paused = heldView(aPicture({ session: theSession({ paused: true }) }), send)
    expect(paused.pause).toBeUndefined()
    paused.resume?.()
    expect(asked).toEqual([
      ['pause_session', { paused: true }],
      ['pause_session', { paused: false }],
    ])
    expect(heldView(aPicture({ session: theSession({ status: 'ended' }) }), send).pause).toBeUndefined()
  })

  it('puts the plan on the big screen in any round but the walk, and takes it away', () => {
    const { send, asked } = recorder()
    const plan = { type: 'plan', id: 0, picture: 1, width: 400, height: 300, shown: false } as const
    expect(heldView(aPicture({ round: theRound('vote') }), send).showPlan).toBeUndefined()
    expect(heldView(aPicture({ round: theRound('explore'), plan }), send)).not.toHaveProperty('showPlan')
    const view = heldView(aPicture({ round: theRound('vote'), plan }), send)
    expect(view.plan).toBeUndefined()
    view.showPlan?.()
    const shown = heldView(aPicture({ round: theRound('vote'), plan: { ...plan, shown: true } }), send)
    expect(shown.showPlan).toBeUndefined()
    shown.plan?.away?.()
    expect(asked).toEqual([
      ['show_plan', { shown: true }],
      ['show_plan', { shown: false }],
    ])
    const ended = { session: theSession({ status: 'ended' }), round: theRound('close'), plan }
    expect(heldView(aPicture(ended), send).showPlan).toBeUndefined()
  })

  it('lists what waits, oldest first, also when moderation is off again', () => {
    const ideas = [anIdea(9, 0, 9, { status: 'waiting' }), anIdea(3, 0, 3), anIdea(4, 0, 4, { status: 'waiting' })]
    const view = heldView(aPicture({ ideas }), recorder().send)
    expect(view.waiting.map(({ id }) => id)).toEqual([4, 9])
    expect(view.moderated).toBe(false)
  })

  it('counts who is done among those who are connected', () => {
    const people = [aPerson(1, 'Anna', { ready: true }), aPerson(2, 'Bo', { ready: true }), aPerson(3, 'Cem')]
    const connected = new Set([1, 3])
    expect(readyOf(aPicture({ round: theRound('ideas'), people, connected }))).toEqual({ ready: 1, total: 2 })
    expect(readyOf(aPicture({ round: theRound('vote'), people, connected }))).toBeUndefined()
  })

  it('asks about the first who knocks, and says how many stand behind', () => {
    const { send, asked } = recorder()
    const knocks = [
      { id: 4, name: '' },
      { id: 5, name: 'Bo' },
    ]
    const view = knockView(aPicture({ knocks }), send)
    expect(view).toMatchObject({ name: 'Iemand', more: 1 })
    view?.letIn?.()
    view?.refuse?.()
    expect(asked).toEqual([
      ['answer_knock', { knock: 4, let_in: true }],
      ['answer_knock', { knock: 4, let_in: false }],
    ])
  })

  it('is another tablet, when that one drives', () => {
    const lead = { type: 'lead', id: 0, device: '9f86d081884c7d65', has_pin: true, pin: 12 } as const
    expect(isWatching(aPicture())).toBe(false)
    expect(isWatching(aPicture({ lead }))).toBe(true)
    expect(isWatching(aPicture({ lead, device: lead.device }))).toBe(false)
  })
})

describe('Two seats of one person', () => {
  const twins = (connected: number[]) =>
    peopleView(
      aPicture({ people: [aPerson(1, 'Anna'), aPerson(2, 'Anna (2)'), aPerson(3, 'Bo (2)')], connected: new Set(connected) }),
      recorder().send,
    ).twins.map(({ person, into }) => [person.id, into.id])

  it('are offered as one by their names, unless both are here', () => {
    expect(twins([2])).toEqual([[2, 1]])
    expect(twins([])).toEqual([[2, 1]])
    expect(twins([1, 2])).toEqual([])
  })
})
