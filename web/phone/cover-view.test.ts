import { describe, expect, it } from 'vitest'
import { coverView } from './cover-view.ts'
import { readyView } from './ready-view.ts'
import { me, myIdea, round, session, testRoom } from './test-room.ts'

const light = { type: 'spotlight', id: 0, idea: 7, text: 'Een bankje', explanation: '' } as const

describe('What lies over the round', () => {
  it('is nothing, most of the time', () => {
    expect(coverView(testRoom([session, round('ideas')]))).toBeUndefined()
  })

  it('is the pause before anything else', () => {
    expect(coverView(testRoom([{ ...session, paused: true }, light]))).toEqual({ kind: 'pause' })
  })

  it('is the idea in the light, marked for who wrote it', () => {
    expect(coverView(testRoom([session, light]))).toMatchObject({ kind: 'light', idea: 7, text: 'Een bankje', mine: false })
    expect(coverView(testRoom([session, light, myIdea(7, 'Een bankje')]))).toMatchObject({ mine: true })
  })
})

describe('Being done', () => {
  it('can be said where one can be done before the others', () => {
    expect(readyView(testRoom([session, round('vote'), me()]))).toBeUndefined()
    const room = testRoom([session, round('ideas', { round: 4 }), me()])
    readyView(room)?.toggle()
    expect(room.send).toHaveBeenCalledWith('set_ready', { round: 4, ready: true })
  })

  it('shows at once what was tapped, also without a connection, and of this round only', () => {
    const said = (at: number) =>
      testRoom([session, round('ideas', { round: 4 }), me()], [
        { n: 1, op: 'set_ready', args: { round: at, ready: true }, state: 'kept' },
      ])
    expect(readyView(said(4))?.ready).toBe(true)
    expect(readyView(said(3))?.ready).toBe(false)
  })
})
