import { describe, expect, it } from 'vitest'
import type { Entry, ListedEntry, TrajectoryAnswer } from '../../shared/trajectory.ts'
import { all, first, isOfAnotherRun, proposedRefund, stepAfter, wentBack, withAnswer } from './dossier-view.ts'
import { emptyEntry } from './fields-view.ts'
import { answerWith } from './test-dossier.ts'

const listed = (id: number, version: number, entry: Entry): ListedEntry => ({
  id,
  version,
  at: 0,
  by: 1,
  entry,
})
const company = (name: string): Entry => ({ ...emptyEntry('company'), name })

const answer = (version: number, change: Partial<TrajectoryAnswer> = {}) =>
  answerWith([], {
    version,
    whole: false,
    progress: { step: 'green_date', outcome: 'running', reason: '', refund: 0 },
    ...change,
  })
const whole = answer(3, { whole: true, entries: [listed(2, 2, company('B')), listed(1, 1, company('A'))] })

describe('A trajectory at the desk', () => {
  it('adds what was set and drops what was taken away since', () => {
    const before = withAnswer(undefined, whole)
    const now = withAnswer(
      before,
      answer(5, { entries: [listed(3, 5, company('C')), listed(1, 4, company('A2'))], gone: [2] }),
    )
    expect(all(now, 'company').map(({ id, entry }) => [id, entry.name])).toEqual([
      [1, 'A2'],
      [3, 'C'],
    ])
    expect(first(now, 'place')).toBeUndefined()
  })

  it('begins anew with a whole one, and is not set back by an older answer', () => {
    const now = withAnswer(
      withAnswer(undefined, whole),
      answer(9, { whole: true, entries: [listed(4, 9, company('D'))] }),
    )
    expect(all(now, 'company')).toHaveLength(1)
    expect(withAnswer(now, whole)).toBe(now)
  })

  it('takes what a restored server has, also when that is older', () => {
    const now = withAnswer(undefined, answer(9, { whole: true, entries: [listed(4, 9, company('D'))] }))
    const part = answer(10, { run: 'b' })
    expect(isOfAnotherRun(now, part)).toBe(true)
    expect(isOfAnotherRun(now, answer(10))).toBe(false)
    const restored = answer(3, { run: 'b', whole: true, entries: [listed(1, 1, company('A'))] })
    expect(wentBack(now, restored)).toBe(true)
    expect(all(withAnswer(now, restored), 'company').map(({ entry }) => entry.name)).toEqual(['A'])
    expect(wentBack(now, answer(9, { run: 'b', whole: true }))).toBe(false)
  })

  it('proposes what the approach says to go back, and never more than the fee', () => {
    expect(proposedRefund(1_040_000, 900_000)).toBe(900_000)
    expect(proposedRefund(500_000, 900_000)).toBe(500_000)
    expect(stepAfter('green_date')).toBe('session')
    expect(stepAfter('opening')).toBeUndefined()
  })
})
