import { beforeEach, describe, expect, it } from 'vitest'
import type { TrajectorySummary } from '../../shared/trajectory.ts'
import { setLanguage } from '../../text/language.ts'
import { readPlaces } from './places-view.ts'
import { placeRows } from '../trajectory/portfolio-view.ts'
import { fileName, portfolioCsv, portfolioJson } from './portfolio-export.ts'
import { readTable } from './spreadsheet.ts'

const row: TrajectorySummary = {
  id: '00ff',
  made_with: '',
  version: 3,
  created_at: Date.UTC(2026, 10, 1),
  changed_at: Date.UTC(2026, 10, 27, 12),
  step: 'green_date',
  outcome: 'running',
  is_archived: false,
  facilitator: 'Bram',
  place: '=De "Vlinder"',
  municipality: 'Zwolle; Kampen',
  funder: '',
  next_what: 'bellen',
  next_who: '+Noor',
  sort: 'company',
  next_due: '2026-12-04',
  next_kind: 'by_hand',
  first_kind: 'permit',
  first_what: 'kap',
  first_due: '2026-11-20',
  area_m2: 180,
  companies: 2,
  green: 1,
  factors: 7,
  budget: 650_050,
  refund: 0,
  trees: 12,
  people: 30,
  measured_m2: 210,
  planned_trees: 15,
  joined: 8,
}

describe('The portfolio as a file', () => {
  beforeEach(() => setLanguage('nl'))

  it('is a table that no spreadsheet takes for a formula, in the format of its language', () => {
    const dutch = portfolioCsv([row], 'nl')
    expect(dutch.startsWith('\ufeff"Naam van de plek";"Wat is het?";')).toBe(true)
    expect(dutch).toContain('"\'=De ""Vlinder""";"Eén bedrijf";"Zwolle; Kampen"')
    expect(dutch).toContain('"\'+Noor"')
    expect(dutch).toContain('"2026-12-04";"Vergunning: kap";"2026-11-20"')
    expect(dutch).toContain('"6500,50"')
    expect(dutch.split('\r\n')).toHaveLength(3)
    setLanguage('en')
    expect(portfolioCsv([row], 'en')).toContain('"6500.50"')
  })

  it('comes back in as the same place, in both languages', () => {
    for (const language of ['nl', 'en'] as const) {
      setLanguage(language)
      const table = readTable(new TextEncoder().encode(portfolioCsv([row], language)))
      if ('fault' in table) throw new Error(table.fault.why)
      const { places, faults } = readPlaces(table, [])
      expect(faults).toEqual([])
      expect(places[0]).toMatchObject({
        facilitator: 'Bram',
        place: { name: '=De "Vlinder"', sort: 'company', municipality: 'Zwolle; Kampen', area_m2: 180 },
      })
    }
  })

  it('is JSON with cents and moments', () => {
    // As the desk has it: what it adds for itself stays there.
    const rows = placeRows([row], row.changed_at, '2026-11-27')
    const read = JSON.parse(portfolioJson(rows, row.changed_at))
    expect(Object.keys(read.trajectories[0]).sort()).toEqual(Object.keys(row).sort())
    expect(read).toMatchObject({ kiemkring_portfolio: 1, amounts: 'cents' })
    expect(read.trajectories[0]).toMatchObject({ id: '00ff', budget: 650_050, changed_at: '2026-11-27T12:00:00.000Z' })
    expect(fileName('csv', Date.UTC(2026, 10, 27, 12))).toBe('kiemkring-2026-11-27.csv')
  })
})
