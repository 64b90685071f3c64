import { describe, expect, it } from 'vitest'
import { meterView, timerView } from './direct-view.ts'
import { aGroup, anAgenda, anIdea, aPicture, aRound, recorder, theRound } from './picture-fixture.ts'
import { roomCopyView } from './room-copy-view.ts'

describe('The timer', () => {
  const agenda = anAgenda([aRound(1, 'ideas', 'now', 7)])

  it('starts with the minutes of the round', () => {
    const { send, asked } = recorder()
    const view = timerView(aPicture({ agenda, round: theRound('ideas') }), 0, send)
    expect(view.pause).toBeUndefined()
    view.start?.()
    expect(asked).toEqual([['set_timer', { duration_ms: 420_000 }]])
  })

  it('takes and adds a minute, and pauses while it runs', () => {
    const { send, asked } = recorder()
    const round = theRound('ideas', { timer: { state: 'running', ends_at: 90_000 } })
    const view = timerView(aPicture({ agenda, round }), 30_000, send)
    expect(view.left).toBe(60_000)
    view.less?.()
    view.more?.()
    view.pause?.()
    expect(view.resume).toBeUndefined()
    expect(asked.map(([op]) => op)).toEqual(['adjust_timer', 'adjust_timer', 'pause_timer'])
  })

  it('begins with what it has, and no second more', () => {
    const left = (ends_at: number, more = {}) =>
      timerView(
        aPicture({ agenda, round: theRound('ideas', { timer: { state: 'running', ends_at }, ...more }) }),
        0,
        recorder().send,
      ).left
    expect(left(420_800)).toBe(420_000)
    expect(left(421_000)).toBe(421_000)
    expect(left(419_800)).toBe(419_800)
    expect(left(45_700, { pitch: { group: 1, done: [] } })).toBe(45_000)
  })

  it('offers time and a new start when it is over, and nothing to pause', () => {
    const round = theRound('ideas', { timer: { state: 'running', ends_at: 1000 } })
    const view = timerView(aPicture({ agenda, round }), 5000, recorder().send)
    expect(view.left).toBe(0)
    expect(view.pause).toBeUndefined()
    expect(view.less).toBeUndefined()
    expect(view.more).toBeDefined()
    expect(view.start).toBeDefined()
  })
})

describe('The meter', () => {
  it('counts who wrote, of the seats that are taken', () => {
    const picture = aPicture({
      round: theRound('ideas'),
      progress: { type: 'progress', id: 0, ideas: 37, writers: 18, seats_taken: 24 },
    })
    expect(meterView(picture)).toMatchObject({
      done: 18,
      total: 24,
      sentence: '18 van de 24 verstuurden een idee.',
      more: 'Samen 37 ideeën.',
      rest: 'Nog 6 mensen zijn bezig.',
    })
  })

  it('counts placed ideas while grouping, without those that are hidden', () => {
    const ideas = [anIdea(1, 2, 1), anIdea(2, 0, 1), anIdea(3, 0, 2, { status: 'hidden' })]
    expect(meterView(aPicture({ round: theRound('group'), ideas }))).toMatchObject({ done: 1, total: 2 })
  })

  it('is not there when there is nothing to count', () => {
    expect(meterView(aPicture({ round: theRound('close') }))).toBeUndefined()
  })
})

describe('The copy of what the room sees', () => {
  it('shows of the top only what was revealed', () => {
    const entry = (place: number) => ({
      place,
      candidate: place,
      letter: 'A',
      title: `nr ${place}`,
      votes: 9,
      tied: false,
    })
    const picture = aPicture({
      round: theRound('top5'),
      top: {
        type: 'top',
        id: 0,
        size: 3,
        revealed: 1,
        entries: [entry(1), entry(2), entry(3)],
        near_misses: [],
        decided_by: null,
        seed: '',
      },
    })
    expect(roomCopyView(picture, 0, recorder().send).lines.map((line) => line.text)).toEqual(['3. nr 3'])
  })

  it('names the groups on the plan while that is shown, but not over an idea in the light', () => {
    const place = { x: 0.5, y: 0.5 }
    const plan = { type: 'plan', id: 0, picture: 1, width: 400, height: 300, shown: true } as const
    const picture = aPicture({
      round: theRound('vote'),
      plan,
      groups: [aGroup(1, 'A', { name: 'Water' }), aGroup(2, 'B', { name: 'Zitten' })],
      ideas: [anIdea(1, 1, 1, { place }), anIdea(2, 2, 2), anIdea(3, 2, 3, { place, status: 'hidden' })],
    })
    const copy = roomCopyView(picture, 0, recorder().send)
    expect(copy.heading).toBe('Plattegrond')
    expect(copy.lines.map(({ text }) => text)).toEqual(['Water'])
    const spotlight = { type: 'spotlight', id: 0, idea: 1, text: 'Een poel', explanation: '', translation: null } as const
    expect(roomCopyView({ ...picture, spotlight }, 0, recorder().send).heading).toBe('Een poel')
  })

  it('says that the room sees nothing, and brings it back', () => {
    const { send, asked } = recorder()
    const session = { ...aPicture().session, blank: true } as never
    const copy = roomCopyView(aPicture({ session, round: theRound('ideas') }), 0, send)
    expect(copy.blank).toBe(true)
    copy.toggle?.()
    expect(asked).toEqual([['show_nothing', { blank: false }]])
  })
})
