import { describe, expect, it } from 'vitest'
import type { Entry, ListedEntry } from '../../../shared/trajectory.ts'
import { all } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { dossierWith } from '../test-dossier.ts'
import { changesSince, isNothing } from './changes-view.ts'
import { warningsOf } from './seasons-view.ts'
import { sumsOf } from './sums-view.ts'
import { timelineOf } from './timeline-view.ts'

const listed = (id: number, entry: Entry): ListedEntry => ({ id, version: id, at: 0, by: 1, entry })
const cost = (amount: number, change = {}): Entry => ({
  ...emptyEntry('cost'),
  what: 'Planten',
  amount,
  ...change,
})
const cover = (amount: number, state: 'hoped' | 'promised' | 'received'): Entry => ({
  ...emptyEntry('cover'),
  what: 'Provincie',
  amount,
  state,
})
const activity = (change: object) => ({ ...emptyEntry('activity'), what: 'Werk', ...change })

describe('the sum of a plan', () => {
  it('keeps money, in kind and hours apart, and hope out of the cover', () => {
    const plan: Entry = { ...emptyEntry('plan'), contingency_percent: 10 }
    const sums = sumsOf(
      dossierWith([
        plan,
        cost(101),
        cost(500, { in_kind: true, hours: 12 }),
        cover(60, 'promised'),
        cover(20, 'received'),
        cover(900, 'hoped'),
      ]),
    )
    expect(sums).toMatchObject({ cost: 101, contingency: 11, needed: 112, inKind: 500, hours: 12, short: 32 })
  })
})

describe('a season', () => {
  it.each([
    ['planting_bare_root', '2026-12-01', '2027-02-15', []],
    ['planting_bare_root', '2026-11-01', '2027-03-31', []],
    ['planting_bare_root', '2027-03-20', '2027-04-02', ['planting_bare_root']],
    ['planting_bare_root', '2026-06-01', '', ['planting_bare_root']],
    ['planting_bare_root', '2026-12-01', '2027-12-10', ['planting_bare_root']],
    ['planting_pot', '2027-04-01', '2027-04-02', []],
    ['planting_pot', '2027-07-01', '2027-07-02', ['planting_pot']],
    ['sowing', '2027-11-01', '2027-11-02', ['sowing']],
    ['groundwork', '2027-03-14', '2027-03-14', []],
    ['groundwork', '2027-04-01', '2027-04-03', ['groundwork']],
    ['groundwork', '2026-12-20', '2027-01-10', []],
    ['building', '2027-07-01', '2027-07-02', []],
    ['planting_pot', '', '', []],
  ] as const)('%s from %s to %s', (sort, starts_on, ends_on, warnings) => {
    expect(warningsOf(activity({ sort, starts_on, ends_on }), undefined)).toEqual(warnings)
  })
  it('is measured against the days of the plan too', () => {
    const plan = { starts_on: '2027-01-01', ends_on: '2027-03-01' }
    const days = { starts_on: '2026-12-31', ends_on: '2027-03-02' }
    expect(warningsOf(activity({ sort: 'building', ...days }), plan)).toEqual(['before_plan', 'after_plan'])
  })
})

describe('the timeline', () => {
  it('draws whole months, and leaves out what has no day', () => {
    const entries = [
      activity({ starts_on: '2026-11-16', ends_on: '2026-12-15' }),
      activity({}),
      activity({ ends_on: '2026-12-31' }),
    ]
    const line = timelineOf(all(dossierWith(entries), 'activity'), undefined)
    expect(line?.bars.map(({ id }) => id)).toEqual([1, 3])
    expect(line?.months.map(({ date }) => date)).toEqual(['2026-11-01', '2026-12-01'])
    const [first, last] = line?.bars ?? []
    expect(first?.from).toBeCloseTo(15 / 61)
    expect(first?.width).toBeCloseTo(30 / 61)
    expect((last?.from ?? 0) + (last?.width ?? 0)).toBeCloseTo(1)
    expect(line?.at('2027-01-05')).toBeUndefined()
  })
  it('marks no more months than can be read', () => {
    const entries = [activity({ starts_on: '2026-01-01', ends_on: '2030-12-31' })]
    expect(timelineOf(all(dossierWith(entries), 'activity'), undefined)?.months.length).toBeLessThanOrEqual(14)
  })
  it('is not there without a day', () => {
    expect(timelineOf([], undefined)).toBeUndefined()
  })
})

describe('what changed since a version', () => {
  const then = [
    listed(1, cost(100)),
    listed(2, cover(50, 'promised')),
    listed(3, { ...emptyEntry('risk'), what: 'Droogte' }),
  ]
  it('is added, changed field by field, or gone, with the difference in money', () => {
    const changes = changesSince(then, [
      listed(1, cost(130)),
      listed(2, cover(50, 'hoped')),
      listed(4, cost(5, { in_kind: true })),
    ])
    expect(changes.added).toEqual([cost(5, { in_kind: true })])
    expect(changes.gone.map(({ kind }) => kind)).toEqual(['risk'])
    expect(changes.changed.map(({ fields }) => fields)).toEqual([
      [{ field: 'amount', was: 100, now: 130 }],
      [{ field: 'state', was: 'promised', now: 'hoped' }],
    ])
    expect(changes).toMatchObject({ costs: 30, covers: -50 })
  })
  it('leaves out tasks and answers', () => {
    const task: Entry = { ...emptyEntry('task'), what: 'Bellen' }
    expect(isNothing(changesSince(then, [...then, listed(8, task)]))).toBe(true)
  })
})
