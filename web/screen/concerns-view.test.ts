import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { concernsView } from './concerns-view.ts'
import { filledGroups, recordsOf } from './records-of.ts'

describe('Concerns', () => {
  const top: ServerRecord = {
    type: 'top',
    id: 0,
    size: 2,
    revealed: 2,
    entries: [
      { place: 2, candidate: 1, letter: 'A', title: 'Groep 1', votes: 3, tied: false },
      { place: 1, candidate: 2, letter: 'B', title: 'Groep 2', votes: 5, tied: false },
    ],
    near_misses: [],
    decided_by: null,
    seed: '',
  }
  const moods: ServerRecord = {
    type: 'moods',
    id: 0,
    ideas: [{ candidate: 1, fine: 4, worried: 3, open: 2 }],
  }

  it('are counted by idea, the first place first', () => {
    const view = concernsView(recordsOf([...filledGroups(2), top, moods]))
    expect(view.ideas.map(({ letter, fine, worried, open }) => [letter, fine, worried, open])).toEqual([
      ['B', 0, 0, 0],
      ['A', 4, 3, 2],
    ])
    expect(view).toMatchObject({ worried: 3, open: 2 })
  })

  it('wait for a result', () => {
    expect(concernsView(recordsOf(filledGroups(2))).ideas).toEqual([])
  })
})
