// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../../shared/trajectory.ts'
import { setLanguage } from '../../../text/language.ts'
import { OpenDossier } from '../dossier.ts'
import { emptyEntry } from '../fields-view.ts'
import { dossierWith } from '../test-dossier.ts'
import { PlanStep } from './plan-step.tsx'
import { PrintedPlan } from './printed-plan.tsx'

const entries: readonly Entry[] = [
  { ...emptyEntry('place'), name: 'De Vlinder' },
  { ...emptyEntry('plan'), starts_on: '2030-10-01', contingency_percent: 10 },
  { ...emptyEntry('cost'), what: 'Planten', amount: 200_000 },
  { ...emptyEntry('activity'), what: 'Heg planten', sort: 'planting_bare_root', starts_on: '2030-06-01' },
  { ...emptyEntry('task'), what: 'Kweker bellen', due: '2020-01-01' },
  {
    ...emptyEntry('confirmation'),
    name: 'Joost',
    what_for: 'ownership',
    answer: 'accepted',
    answered_on: '2026-11-28',
    terms_note: 'iets anders',
  },
  { ...emptyEntry('plan_version'), number: 1 },
]

const shown = (ready: number) =>
  dossierWith(entries, {
    plan: { missing: ready ? [] : [{ what: 'cost_basis', entry: 3 }], ready_as: ready, other_terms: [6], letter_gone: [] },
    public_url: 'http://kiem.example',
  })

function textOf(ready: number, on: 'screen' | 'paper'): string {
  const dossier = new OpenDossier('00ff')
  const state = shown(ready)
  dossier.shown.value = state
  const box = document.createElement('div')
  act(() =>
    render(
      on === 'screen' ? <PlanStep dossier={dossier} shown={state} /> : <PrintedPlan shown={state} />,
      box,
    ),
  )
  return box.textContent ?? ''
}

describe('step 4', () => {
  beforeEach(() => setLanguage('nl'))

  it('says what is short, out of season, late, said of other terms, and changed since a version', () => {
    const text = textOf(0, 'screen')
    expect(text).toContain('Er is €\u00a02.200 te weinig.')
    expect(text).toContain('van november tot en met maart')
    expect(text).toContain('Dit begint voordat het werk begint (1 oktober 2030).')
    expect(text).toContain('te laat')
    expect(text).toContain('Zei ja op andere afspraken.')
    expect(text).toContain('Het plan is veranderd sinds versie 1')
    expect(text).toContain('Waar het bedrag vandaan komt: Planten')
  })
  it('offers step 5 once it is ready', () => {
    const text = textOf(1, 'screen')
    expect(text).toContain('Het plan is klaar: versie 1')
    expect(text).toContain('Naar stap 5')
  })
  it('stands on paper with its version', () => {
    const text = textOf(1, 'paper')
    expect(text).toContain('Projectplan De Vlinder')
    expect(text).toContain('Versie 1.')
    expect(text).toContain('nog zonder onderbouwing')
  })
  it('leaves no place of a sentence empty', () => {
    for (const language of ['nl', 'en'] as const) {
      setLanguage(language)
      expect(textOf(0, 'screen') + textOf(1, 'paper')).not.toMatch(/[{}]|undefined|NaN|Invalid/)
    }
  })
})
