import { describe, expect, it } from 'vitest'
import type { TrajectorySummary } from '../../shared/trajectory.ts'
import { choices, filtered, noFilters, pageOf, placeRows, totalsOf } from './portfolio-view.ts'

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
    area_m2: 0,
    companies: 0,
    green: 0,
    factors: 7,
    budget: 0,
    refund: 0,
    made_with: '',
    trees: 0,
    people: 0,
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

  it('that has ended is neither quiet nor overdue', () => {
    const [ended] = rows(place('e', { outcome: 'no_match', next_due: '2026-01-01', changed_at: 0 }))
    expect([ended?.quiet, ended?.overdue, ended?.asksSomething]).toEqual([false, false, false])
  })

  it('stands in front when it asks for attention', () => {
    const found = rows(
      place('ended', { outcome: 'no_match' }),
      place('later', { next_due: '2027-02-01' }),
      place('quiet', { changed_at: now - 40 * day }),
      place('soon', { next_due: '2026-12-01' }),
      place('late', { next_due: '2026-11-01' }),
    )
    expect(ids(found)).toEqual(['late', 'quiet', 'soon', 'later', 'ended'])
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

  it('offer each choice once', () => {
    expect(choices(all, (row) => row.municipality)).toEqual(['Kampen', 'Zwolle'])
    expect(choices(all, (row) => row.funder)).toEqual(['Provincie'])
  })
})

describe('The portfolio', () => {
  it('adds up', () => {
    const all = rows(
      place('a', { area_m2: 180, companies: 3, budget: 650_000, trees: 12, people: 60 }),
      place('b', { area_m2: 20, companies: 1, budget: 50, refund: 900_000, trees: 3 }),
    )
    expect(totalsOf(all)).toEqual({
      places: 2,
      area: 200,
      companies: 4,
      trees: 15,
      people: 60,
      budget: 650_050,
      refund: 900_000,
    })
  })

  it('is shown by the page, and a page that is gone is the last', () => {
    const many = Array.from({ length: 101 }, (_, i) => i)
    expect(pageOf(many, 0, 50)).toMatchObject({ from: 1, to: 50, pages: 3 })
    expect(pageOf(many, 9, 50)).toMatchObject({ rows: [100], page: 2, from: 101, to: 101 })
    expect(pageOf([], 3, 50)).toMatchObject({ rows: [], page: 0, pages: 1, from: 0, to: 0 })
  })

  it('of 4,000 places is sorted and searched in a moment', () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      place(`plek ${i}`, { changed_at: now - i * 10_000_000 }),
    )
    const began = performance.now()
    expect(filtered(rows(...many), { ...noFilters, search: 'plek 3999' })).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
