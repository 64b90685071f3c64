import { describe, expect, it } from 'vitest'
import type { TrajectorySummary } from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'
import { setLanguage } from '../../text/language.ts'
import {
  choices,
  countsByStep,
  filtered,
  isFiltered,
  noFilters,
  pageOf,
  placeRows,
  totalsOf,
} from './portfolio-view.ts'
import { alarmText, dueText, nextText } from './row-text.ts'

const day = 86_400_000
const now = new Date(2026, 10, 27, 12).getTime()
const today = '2026-11-27'

function place(id: string, change: Partial<TrajectorySummary> = {}): TrajectorySummary {
  return {
    id,
    version: 9,
    created_at: now - 100 * day,
    changed_at: now,
    step: 'green_date',
    outcome: 'running',
    is_archived: false,
    facilitator: 'Ineke',
    place: id,
    municipality: 'Zwolle',
    funder: '',
    next_what: '',
    next_who: '',
    sort: 'business_park',
    next_due: '',
    next_kind: 'nothing',
    first_kind: 'nothing',
    first_what: '',
    first_due: '',
    area_m2: 0,
    companies: 0,
    green: 0,
    factors: 7,
    budget: 0,
    refund: 0,
    made_with: '',
    trees: 0,
    people: 0,
    measured_m2: 0,
    planned_trees: 0,
    joined: 0,
    ...change,
  }
}
const rows = (...summaries: TrajectorySummary[]) => placeRows(summaries, now, today)
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id)

describe('A place in the portfolio', () => {
  it('is quiet after 30 days in which nothing happened, and not a day sooner', () => {
    const found = rows(
      place('29', { changed_at: now - 30 * day + 1 }),
      place('30', { changed_at: now - 30 * day }),
    )
    expect(found.map(({ id, quiet }) => [id, quiet])).toEqual([
      ['30', true],
      ['29', false],
    ])
  })

  it('is overdue the day after its day, and asks something in the week before', () => {
    const [late, soon, far] = rows(
      place('late', { next_due: '2026-11-26' }),
      place('soon', { next_due: '2026-12-04' }),
      place('tomorrow week', { next_due: '2026-12-05' }),
    )
    expect([late?.overdue, late?.asksSomething]).toEqual([true, true])
    expect([soon?.overdue, soon?.asksSomething]).toEqual([false, true])
    expect([far?.overdue, far?.asksSomething]).toEqual([false, false])
    expect(rows(place('today', { next_due: today }))[0]?.overdue).toBe(false)
  })

  it('is overdue for a late task too, whatever was written as next; a finished one for its upkeep', () => {
    const task = { first_kind: 'task', first_what: 'bellen', first_due: '2026-11-20' } as const
    const found = rows(
      place('task', { next_what: 'vieren', next_due: '2027-01-01', ...task }),
      place('upkeep', { outcome: 'finished', ...task, first_kind: 'upkeep' }),
      place('later', { outcome: 'finished', ...task, first_due: '2027-01-01' }),
      place('away', { outcome: 'stopped', ...task }),
      place('archived', { is_archived: true, ...task }),
    )
    expect(ids(found.filter(({ overdue }) => overdue)).sort()).toEqual(['task', 'upkeep'])
    expect(ids(found).slice(0, 2).sort()).toEqual(['task', 'upkeep'])
    expect(ids(filtered(found, { ...noFilters, search: 'bellen', overdue: true })).sort()).toEqual(['task', 'upkeep'])
  })

  it('asks for the upkeep of what is finished in the week before, and says when it is', () => {
    const work = { outcome: 'finished', first_kind: 'upkeep', first_what: 'Snoeien' } as const
    const [late, soon, far, none, away] = [
      place('late', { ...work, first_due: '2026-11-20' }),
      place('soon', { ...work, first_due: '2026-12-04' }),
      place('far', { ...work, first_due: '2026-12-05' }),
      place('none', { outcome: 'finished', next_due: '' }),
      place('away', { ...work, outcome: 'stopped', first_due: '2026-12-04' }),
    ].flatMap((one) => rows(one))
    if (!late || !soon || !far || !none || !away) throw new Error('a place is missing')
    expect([late, soon, far, none, away].map((row) => row.asksSomething)).toEqual([true, true, false, false, false])
    setLanguage('nl')
    expect([late, soon, far, none, away].map(dueText)).toEqual(['vr 20 nov', 'vr 4 dec', 'za 5 dec', '', ''])
    expect([late, none, away].map(nextText)).toEqual([
      `${t('outcome.finished')}, daarna: Snoeien`,
      t('outcome.finished'),
      t('outcome.stopped'),
    ])
    expect([late, soon].map(alarmText)).toEqual(['te laat', ''])
  })

  it('that has ended is neither quiet nor overdue', () => {
    const [ended] = rows(place('e', { outcome: 'no_match', next_due: '2026-01-01', changed_at: 0 }))
    expect([ended?.quiet, ended?.overdue, ended?.asksSomething]).toEqual([false, false, false])
  })

  it('stands in front when it asks for attention', () => {
    const found = rows(
      place('ended', { outcome: 'no_match' }),
      place('upkeep', { outcome: 'finished', first_kind: 'upkeep', first_due: '2026-12-02' }),
      place('later', { next_due: '2027-02-01' }),
      place('quiet', { changed_at: now - 40 * day }),
      place('soon', { next_due: '2026-12-01' }),
      place('late', { next_due: '2026-11-01' }),
    )
    expect(ids(found)).toEqual(['late', 'quiet', 'soon', 'upkeep', 'later', 'ended'])
  })
})

describe('The filters', () => {
  const all = rows(
    place('De Hoef', { funder: 'Provincie', step: 'session' }),
    place('Café Één', { municipality: 'Kampen', facilitator: 'Bram' }),
    place('Oud', { is_archived: true }),
  )
  const found = (part: Partial<typeof noFilters>) => ids(filtered(all, { ...noFilters, ...part })).sort()

  it('find by every word, without accents and capitals', () => {
    expect(found({ search: 'cafe een' })).toEqual(['Café Één'])
    expect(found({ search: 'hoef PROVINCIE' })).toEqual(['De Hoef'])
    expect(found({ search: 'hoef kampen' })).toEqual([])
  })

  it('hold together, and leave the archive out until it is asked for', () => {
    expect(found({})).toEqual(['Café Één', 'De Hoef'])
    expect(found({ municipality: 'Kampen' })).toEqual(['Café Één'])
    expect(found({ facilitator: 'Bram', step: 'session' })).toEqual([])
    expect(found({ step: 'session' })).toEqual(['De Hoef'])
    expect(found({ funder: 'Provincie' })).toEqual(['De Hoef'])
    expect(found({ archive: true })).toEqual(['Café Één', 'De Hoef', 'Oud'])
  })

  it('find who is next, a place by its name alone, what is late, what is quiet and how it ended, and hold together', () => {
    const some = rows(
      place('De Hoef', { next_who: 'Ömer', next_due: '2026-11-01' }),
      place('Hoefslag', { changed_at: now - 40 * day, next_due: '2026-11-01' }),
      place('Kampen', { funder: 'De Hoef', changed_at: now - 40 * day }),
      place('Weg', { outcome: 'no_match' }),
    )
    const of = (part: Partial<typeof noFilters>) => ids(filtered(some, { ...noFilters, ...part })).sort()
    expect(of({ search: 'omer' })).toEqual(['De Hoef'])
    expect(of({ place: 'HOEF' })).toEqual(['De Hoef', 'Hoefslag'])
    expect(of({ overdue: true })).toEqual(['De Hoef', 'Hoefslag'])
    expect(of({ quiet: true })).toEqual(['Hoefslag', 'Kampen'])
    expect(of({ overdue: true, quiet: true, place: 'hoef' })).toEqual(['Hoefslag'])
    expect(of({ outcome: 'no_match' })).toEqual(['Weg'])
    expect(of({ outcome: 'running', quiet: true })).toEqual(['Hoefslag', 'Kampen'])
    expect([isFiltered(noFilters), isFiltered({ ...noFilters, quiet: true })]).toEqual([false, true])
  })

  it('offer each choice once', () => {
    expect(choices(all, (row) => row.municipality)).toEqual(['Kampen', 'Zwolle'])
    expect(choices(all, (row) => row.funder)).toEqual(['Provincie'])
  })
})

describe('The portfolio', () => {
  it('adds up, what is measured apart from what is planned, and what ended apart from both', () => {
    const all = rows(
      place('a', { area_m2: 180, measured_m2: 210, companies: 3, budget: 650_000, planned_trees: 20, trees: 12, people: 60 }),
      place('b', { area_m2: 20, companies: 1, budget: 50, planned_trees: 5, joined: 4 }),
      place('c', { outcome: 'no_match', area_m2: 900, companies: 7, budget: 100, joined: 9, refund: 900_000 }),
      place('d', { outcome: 'stopped', area_m2: 900, planned_trees: 9 }),
      place('e', { outcome: 'finished', companies: 1 }),
    )
    expect(totalsOf(all)).toEqual({
      places: 3,
      companies: 5,
      area: 20,
      plannedTrees: 5,
      measuredArea: 210,
      trees: 12,
      people: 60,
      joined: 4,
      budget: 650_050,
      ended: 2,
      refund: 900_000,
    })
  })

  it('counts the places of each step, without those that ended before there was a green place', () => {
    const all = rows(
      place('a'),
      place('b', { step: 'plan' }),
      place('c', { step: 'plan' }),
      place('d', { step: 'plan', outcome: 'stopped' }),
      place('e', { step: 'opening', outcome: 'finished' }),
    )
    expect([...countsByStep(all)].sort()).toEqual([
      ['green_date', 1],
      ['opening', 1],
      ['plan', 2],
    ])
  })

  it('is shown by the page, and a page that is gone is the last', () => {
    const many = Array.from({ length: 101 }, (_, i) => i)
    expect(pageOf(many, 0, 50)).toMatchObject({ from: 1, to: 50, pages: 3 })
    expect(pageOf(many, 9, 50)).toMatchObject({ rows: [100], page: 2, from: 101, to: 101 })
    expect(pageOf([], 3, 50)).toMatchObject({ rows: [], page: 0, pages: 1, from: 0, to: 0 })
  })

  it('of 4,000 places takes no longer for each of them than a short one', () => {
    const many = Array.from({ length: 4000 }, (_, i) => place(`plek ${i}`, { changed_at: now - i * 10_000_000 }))
    const took = (places: typeof many) => {
      const began = performance.now()
      expect(filtered(rows(...places), { ...noFilters, search: 'plek 399' }).length).toBeGreaterThan(0)
      return performance.now() - began
    }
    const fastest = (places: typeof many) => Math.min(...Array.from({ length: 5 }, () => took(places)))
    fastest(many.slice(0, 500))
    // Eight times as many: sorting adds a little, a square would be sixty-four.
    expect(fastest(many)).toBeLessThan(30 * fastest(many.slice(0, 500)))
  })
})
