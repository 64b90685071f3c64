import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { exploreView } from './explore-view.ts'
import { recordsOf, round, session } from './records-of.ts'
import { addressOf, codeInHalves, screenView } from './screen-view.ts'
import { clock, timeLeft } from './time.ts'

const invite: ServerRecord = { type: 'invite', id: 0, code: '7KM4PX', secret: 'abc' }

describe('The big screen', () => {
  it('has nothing to show before the session is there', () => {
    expect(screenView(recordsOf([]), 'https://kiemkring.example')).toBeUndefined()
  })

  it('always tells a late comer the code and the link', () => {
    const view = screenView(recordsOf([session(), round('vote'), invite]), 'https://kiemkring.example/')
    expect(view?.corner).toEqual({
      code: '7KM 4PX',
      link: 'https://kiemkring.example/#q=abc',
      address: 'kiemkring.example',
      locked: false,
    })
  })

  it('does not invite to a session that has ended, and says so of a closed door', () => {
    const of = (part: Parameters<typeof session>[0]) =>
      screenView(recordsOf([session(part), round('commit'), invite]), 'https://kiemkring.example')?.corner
    expect(of({ status: 'ended' })).toBeUndefined()
    expect(of({ door: 'locked' })?.locked).toBe(true)
  })

  it('shows the way to the result at the close, and after the end', () => {
    const of = (part: Parameters<typeof session>[0], kind: 'close' | 'commit') =>
      screenView(recordsOf([session(part), round(kind), invite]), 'https://kiemkring.example/')
    expect(of({}, 'commit')?.results).toBeUndefined()
    expect(of({}, 'close')?.results).toBe('https://kiemkring.example/#r=abc')
    expect(of({}, 'close')?.corner).toBeUndefined()
    expect(of({ status: 'ended' }, 'close')?.results).toBe('https://kiemkring.example/#r=abc')
  })

  it('shows the plan instead of the round while that is asked for', () => {
    const plan: ServerRecord = { type: 'plan', id: 0, picture: 1, width: 400, height: 300, shown: true }
    const pitching = round('pitch', { pitch: { group: 3, done: [] } })
    const of = (records: readonly ServerRecord[]) => screenView(recordsOf([session(), invite, ...records]), 'https://kiemkring.example')
    expect(of([pitching, plan])).toMatchObject({ kind: 'explore', pitching: false })
    expect(of([pitching, { ...plan, shown: false }])).toMatchObject({ kind: 'pitch', pitching: true })
    expect(exploreView(recordsOf([session(), pitching, plan])).walking).toBe(false)
    expect(exploreView(recordsOf([session(), round('explore'), plan])).walking).toBe(true)
  })

  it('has the question of a talk', () => {
    const agenda: ServerRecord = {
      type: 'agenda',
      id: 0,
      rounds: [
        { id: 1, kind: 'talk', title: 'Wat mis je hier?', minutes: 10, text: '', say: '', state: 'now' },
      ],
      current: 1,
      moving: null,
    }
    expect(screenView(recordsOf([session(), round('talk'), agenda]), '')?.question).toBe('Wat mis je hier?')
  })

  it('says which round comes when everybody moves', () => {
    const agenda: ServerRecord = {
      type: 'agenda',
      id: 0,
      rounds: [
        { id: 1, kind: 'ideas', title: '', minutes: 10, text: '', say: '', state: 'now' },
        { id: 2, kind: 'group', title: 'Aan tafel', minutes: 20, text: '', say: '', state: 'ahead' },
      ],
      current: 1,
      moving: { round: 2, at: 30_000 },
    }
    const view = screenView(recordsOf([session(), round('ideas'), agenda]), '')
    expect(view?.moving).toEqual({ at: 30_000, kind: 'group', title: 'Aan tafel' })
  })
})

describe('Time', () => {
  it('is the rest of the round, and never less than nothing', () => {
    const timer = { state: 'running', endsAt: 72_000, totalMs: 120_000 } as const
    expect(timeLeft(timer, 0)).toEqual({ text: '1:12', left: 0.6, state: 'running' })
    expect(timeLeft(timer, 99_000)).toMatchObject({ text: '0:00', state: 'up' })
  })

  it('stands still in a pause', () => {
    expect(timeLeft({ state: 'paused', leftMs: 60_000, totalMs: 0 }, 5)).toEqual({
      text: '1:00',
      left: 1,
      state: 'paused',
    })
  })

  it('shows a second until it is over', () => {
    expect(clock(59_001)).toBe('1:00')
    expect(clock(1)).toBe('0:01')
  })
})

describe('Code and address', () => {
  it('are written as people say and type them', () => {
    expect(codeInHalves('7KM4PX')).toBe('7KM 4PX')
    expect(addressOf('http://192.168.8.1:8080/')).toBe('192.168.8.1:8080')
  })
})
