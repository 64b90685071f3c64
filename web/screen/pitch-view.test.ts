import { describe, expect, it } from 'vitest'
import { pitchView } from './pitch-view.ts'
import { screenView } from './screen-view.ts'
import { filledGroups, recordsOf, round, session } from './records-of.ts'

describe('Explaining', () => {
  const pitch = (group: number, done: number[] = []) =>
    recordsOf([...filledGroups(4), session(), round('pitch', { pitch: { group, done } })])

  it('says who is on, who was, and the first that was not yet', () => {
    const view = pitchView(pitch(3, [1]))
    expect(view.now?.letter).toBe('C')
    expect(view.been.map(({ letter }) => letter)).toEqual(['A'])
    expect(view.next?.letter).toBe('B')
  })

  it('has nobody next when all were', () => {
    expect(pitchView(pitch(4, [1, 2, 3])).next).toBeUndefined()
  })

  it('leaves out a group in which nothing lies', () => {
    const view = pitchView(pitch(0))
    expect(view.now).toBeUndefined()
    expect(view.groups.map(({ title }) => title)).toEqual(['Groep 1', 'Groep 2', 'Groep 3', 'Groep 4'])
  })

  it('lets the sun travel the 45 seconds of a group and not the minutes of the round', () => {
    const timer = { state: 'running' as const, ends_at: 45_000 }
    const view = screenView(
      recordsOf([session(), round('pitch', { timer, pitch: { group: 1, done: [] } })]),
      'http://kring.example',
    )
    expect(view).toMatchObject({ pitching: true, timer: { endsAt: 45_000, totalMs: 45_000 } })
  })
})
