import { describe, expect, it } from 'vitest'
import type { EntryKind } from '../../shared/trajectory.ts'
import { noticeOf } from './notice-view.ts'

const today = '2026-11-29'
const on = (kind: EntryKind, field: string, text: string) => noticeOf(kind, field, text, { isDay: true, today })
const hours = (text: string) =>
  noticeOf('contact', 'hours_a_week', text, { isDay: false, today, hours: { from: 2, to: 4 } })

describe('A field says', () => {
  it('that a reminder lies behind us, and not that it is today', () => {
    expect(on('upkeep', 'starts_on', '2020-01-01')).toEqual({ say: 'upkeep_starts_past' })
    expect(on('upkeep', 'starts_on', today)).toBeUndefined()
    expect(on('photo', 'taken_on', '2020-01-01')).toBeUndefined()
    expect(on('opening', 'held_on', '')).toBeUndefined()
  })

  it('that a year is far away', () => {
    expect(on('upkeep', 'ends_on', '2046-11-30')).toEqual({ say: 'day_far' })
    expect(on('upkeep', 'ends_on', '2046-11-29')).toBeUndefined()
    expect(on('next_action', 'due', '20261-01-01')).toEqual({ say: 'day_far' })
  })

  it('that somebody has fewer or more hours than the approach asks for', () => {
    expect(hours('1')).toEqual({ say: 'hours_few', from: 2 })
    expect(hours('5')).toEqual({ say: 'hours_many', to: 4 })
    for (const fine of ['', '0', '2', '4', 'veel']) expect(hours(fine)).toBeUndefined()
    expect(noticeOf('contact', 'hours_a_week', '1', { isDay: false, today })).toBeUndefined()
  })
})
