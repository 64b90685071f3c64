import { describe, expect, it } from 'vitest'
import { clockText, nextChangeMs, remainingMs } from './clock.ts'

describe('A timer', () => {
  it('writes minutes and seconds, and hours when there are any', () => {
    expect(clockText(72_000)).toBe('1:12')
    expect(clockText(5_000)).toBe('0:05')
    expect(clockText(3_661_000)).toBe('1:01:01')
  })

  it('says 0:00 only when the time is up', () => {
    expect(clockText(1)).toBe('0:01')
    expect(clockText(0)).toBe('0:00')
    expect(clockText(-5_000)).toBe('0:00')
  })

  it('never goes below zero', () => {
    expect(remainingMs(1_000, 4_000)).toBe(0)
    expect(remainingMs(4_000, 1_000)).toBe(3_000)
  })

  it('changes what it shows exactly when it says it will', () => {
    for (const left of [1, 999, 1_000, 1_001, 59_400, 60_000]) {
      const change = nextChangeMs(left) ?? 0
      expect(clockText(left - change + 1), `${left}`).toBe(clockText(left))
      expect(clockText(left - change), `${left}`).not.toBe(clockText(left))
    }
    expect(nextChangeMs(0)).toBeUndefined()
  })
})
