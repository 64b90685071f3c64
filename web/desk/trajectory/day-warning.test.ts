import { beforeEach, describe, expect, it } from 'vitest'
import { setLanguage } from '../../text/language.ts'
import { dayWarning } from './day-warning.ts'
import { emptyEntry } from './fields-view.ts'
import { dossierWith } from './test-dossier.ts'

const today = '2026-11-29'
const shown = dossierWith([{ ...emptyEntry('plan'), ends_on: '2027-06-30' }])

describe('a day that is odd', () => {
  beforeEach(() => setLanguage('nl'))

  it('is said for a session in the past, unless it was held', () => {
    const plan = { ...emptyEntry('session_plan'), held_on: '2026-11-28' }
    expect(dayWarning(shown, plan, 'held_on', today)).toMatch(/^Deze dag is al voorbij/)
    expect(dayWarning(shown, { ...plan, session: 's' }, 'held_on', today)).toBeUndefined()
    expect(dayWarning(shown, { ...plan, held_on: today }, 'held_on', today)).toBeUndefined()
  })
  it('is said for an opening in the past or before the plan is ready', () => {
    const opening = { ...emptyEntry('opening'), held_on: '2027-06-29' }
    expect(dayWarning(shown, opening, 'held_on', today)).toBe('Dan is het plan nog niet klaar (30 juni 2027).')
    expect(dayWarning(shown, { ...opening, held_on: '2026-01-01' }, 'held_on', today)).toMatch(/al voorbij/)
    expect(dayWarning(shown, { ...opening, held_on: '2026-01-01', people: 3 }, 'held_on', today)).toBeUndefined()
    expect(dayWarning(shown, { ...opening, held_on: '2027-07-01' }, 'held_on', today)).toBeUndefined()
  })
  it('is said for agreements that are over, or end before the plan', () => {
    const agreed = { ...emptyEntry('agreement'), ends_on: '2026-11-28' }
    expect(dayWarning(shown, agreed, 'ends_on', today)).toMatch(/al voorbij/)
    expect(dayWarning(shown, { ...agreed, ends_on: '2027-01-01' }, 'ends_on', today)).toMatch(/voordat het plan klaar is/)
    expect(dayWarning(shown, { ...agreed, ends_on: '2030-01-01' }, 'ends_on', today)).toBeUndefined()
  })
  it('is said for a decision that has still to come, and of nothing that is half typed', () => {
    const choice = { ...emptyEntry('choice'), decided_on: '2027-01-01' }
    expect(dayWarning(shown, choice, 'decided_on', today)).toBe('Deze dag moet nog komen.')
    expect(dayWarning(shown, { ...choice, decided_on: '20' }, 'decided_on', today)).toBeUndefined()
  })
})
