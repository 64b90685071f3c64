import { expect, it } from 'vitest'
import { dayAfter, mayBeKeptUntil } from './retention.ts'

const now = Date.parse('2026-11-28T10:00:00Z')

it('A session is kept until a day from tomorrow, within ten years', () => {
  expect(dayAfter(now, 365)).toBe('2027-11-28')
  for (const date of ['2026-11-29', '2027-01-01', '2036-11-25']) expect(mayBeKeptUntil(date, now)).toBe(true)
  for (const date of ['', '2026-11-28', '2020-01-01', '2036-11-26', '20270101'])
    expect(mayBeKeptUntil(date, now)).toBe(false)
})
