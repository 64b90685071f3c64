import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { sharpenView } from './sharpen-view.ts'
import { filledGroups, recordsOf } from './records-of.ts'

const wide = 1920
const narrow = 1440

describe('Sharpening', () => {
  const proposal = (id: number, what: string, name = '') =>
    ({
      type: 'proposal',
      id,
      by: name ? 1 : 0,
      name,
      what,
      where: '',
      whom: '',
      in_time: 'yes',
      in_money: 'unknown',
      revision: 1,
    }) as ServerRecord

  it('makes a card of what has words, and a headline of what has none', () => {
    const view = sharpenView(
      recordsOf([...filledGroups(3), proposal(1, 'Twee tafels'), proposal(2, '', 'Anna')]),
      wide,
    )
    expect(view.written.map(({ letter, what, inTime }) => [letter, what, inTime])).toEqual([
      ['A', 'Twee tafels', 'yes'],
    ])
    expect(view.empty.map(({ letter, name }) => [letter, name])).toEqual([
      ['B', 'Anna'],
      ['C', ''],
    ])
  })

  it('shows at most twelve cards', () => {
    const all = (count: number) =>
      recordsOf([
        ...filledGroups(count),
        ...Array.from({ length: count }, (_, i) => proposal(i + 1, 'Woorden')),
      ])
    expect(sharpenView(all(12), wide).compact).toBe(false)
    expect(sharpenView(all(13), wide).compact).toBe(true)
    expect(sharpenView(all(12), narrow).compact).toBe(true)
  })
})
