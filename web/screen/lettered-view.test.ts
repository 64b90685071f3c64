import { describe, expect, it } from 'vitest'
import { listGrid } from './lettered-view.ts'

const wide = 1920
const narrow = 1440

describe('A list over the whole screen', () => {
  it('shows everything up to what can be read, and counts the rest', () => {
    for (const width of [wide, narrow])
      for (let count = 1; count <= 100; ++count) {
        const { columns, rows, shown } = listGrid(count, width)
        const lines = shown < count ? shown + 1 : shown
        expect(lines).toBeLessThanOrEqual(columns * rows)
        expect(rows).toBeLessThanOrEqual(14)
      }
    expect(listGrid(42, wide).shown).toBe(42)
    expect(listGrid(43, wide).shown).toBe(41)
  })
})
