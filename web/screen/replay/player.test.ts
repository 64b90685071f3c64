import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServerRecord } from '../../shared/generated/record.ts'
import { frameMs, framesPerPart, type ReplayOutline, type ReplayStep } from '../../shared/replay.ts'
import { ReplayPlayer, type ReplayPorts } from './player.ts'

const frames = 60

const idea = (id: number, text: string): ServerRecord => ({
  type: 'idea',
  id,
  text,
  explanation: '',
  status: 'live',
  group: 0,
  order: id,
  merged_into: 0,
  hold: null,
})

/** In every frame one idea more; that of frame 7 has been erased since. */
const said = (frame: number) => (frame === 7 ? '' : `idee ${frame}`)
const step = (frame: number, first: boolean): ReplayStep => ({
  frame,
  at: 1_000 * frame,
  put: first
    ? Array.from({ length: frame + 1 }, (_, i) => idea(i + 1, said(i)))
    : [idea(frame + 1, said(frame))],
  gone: [],
})
const outline: ReplayOutline = {
  version: 500,
  times: Array.from({ length: frames }, (_, i) => 1_000 * i),
  rounds: [
    { frame: 0, kind: 'lobby', title: '' },
    { frame: 20, kind: 'ideas', title: '' },
    { frame: 40, kind: 'vote', title: '' },
  ],
}

let parts: number[]
let player: ReplayPlayer
const ports: ReplayPorts = {
  outline: async () => outline,
  part: async (version, frame) => {
    expect(version).toBe(500)
    parts.push(frame)
    const end = Math.min(frame + framesPerPart, frames)
    return Array.from({ length: end - frame }, (_, i) => step(frame + i, i === 0))
  },
  erased: () => 'gewist',
}
const shownIdeas = () => player.records.all('idea').value.map(({ text }) => text)
const expected = (frame: number) => Array.from({ length: frame + 1 }, (_, i) => said(i) || 'gewist')

beforeEach(() => {
  vi.useFakeTimers()
  parts = []
  player = new ReplayPlayer(ports)
})
afterEach(() => {
  player.close()
  vi.useRealTimers()
})

describe('A session that is played back', () => {
  it('shows every frame as it was, forwards, backwards and across parts', async () => {
    await player.open(0, false)
    for (const frame of [0, 3, 2, 24, 25, 59, 26, 7, 30, 0]) {
      player.seek(frame)
      await vi.advanceTimersByTimeAsync(0)
      expect(player.shown.value).toBe(frame)
      expect(shownIdeas()).toEqual(expected(frame))
      expect(player.at.value).toBe(1_000 * frame)
    }
    expect(new Set(parts)).toEqual(new Set([0, 25, 50]))
    expect(parts).toHaveLength(3)
  })

  it('plays on by itself and stands still at the end', async () => {
    await player.open(50, true)
    await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(4 * frameMs)
    expect(player.frame.value).toBe(54)
    await vi.advanceTimersByTimeAsync(20 * frameMs)
    expect(player.frame.value).toBe(59)
    expect(player.playing.value).toBe(false)
    expect(shownIdeas()).toEqual(expected(59))
    player.play()
    expect(player.frame.value).toBe(0)
  })

  it('goes from round to round', async () => {
    await player.open(25, false)
    player.toRound(1)
    expect(player.frame.value).toBe(40)
    player.toRound(1)
    expect(player.frame.value).toBe(59)
    player.toRound(-1)
    player.toRound(-1)
    expect(player.frame.value).toBe(20)
  })

  it('waits for what is not here yet, and asks again', async () => {
    let broken = true
    player = new ReplayPlayer({
      ...ports,
      part: async (version, frame) => (broken ? undefined : ports.part(version, frame)),
    })
    await player.open(10, true)
    await vi.advanceTimersByTimeAsync(5 * frameMs)
    expect(player.frame.value).toBe(10)
    expect(player.shown.value).toBeUndefined()
    broken = false
    await vi.advanceTimersByTimeAsync(2_500)
    expect(player.shown.value).toBeGreaterThanOrEqual(10)
  })
})
