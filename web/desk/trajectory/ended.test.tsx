// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HappenedLine, Outcome, Progress, Step, TrajectoryAnswer } from '../../shared/trajectory.ts'
import { setLanguage } from '../../text/language.ts'
import { OpenDossier } from './dossier.ts'
import { Ended } from './ended.tsx'
import { emptyEntry } from './fields-view.ts'
import { Gate } from './gate.tsx'
import { Happened } from './happened.tsx'
import { FinishGate } from './opening/finish-gate.tsx'
import { PlanGate } from './plan/plan-gate.tsx'
import { Printed } from './printed.tsx'
import { SessionGate } from './session/session-gate.tsx'
import { dossierWith } from './test-dossier.ts'

const none = { opened: '', reopened: '' }
const progress = (step: Step, outcome: Outcome = 'running', reason = ''): Progress => ({
  step,
  outcome,
  reason,
  refund: 0,
})
function line(version: number, was: Progress, now: Progress, undone = false): HappenedLine {
  const nothing = {
    kind: '',
    name: '',
    entry: 0,
    added: false,
    removed: false,
    can_erase: false,
    by_itself: false,
    was: null,
    outcome: '',
  } as const
  return {
    ...nothing,
    version,
    at: version,
    by: 1,
    event: 'progress_set',
    undone,
    can_undo: true,
    progress: { was, now },
  }
}
const shown = (now: Progress, change: Partial<TrajectoryAnswer> = {}) =>
  dossierWith([{ ...emptyEntry('place'), name: 'De Vlinder' }], { progress: now, ...change })
type Part = typeof Ended
function boxOf(One: Part, state: ReturnType<typeof shown>): HTMLElement {
  const dossier = new OpenDossier('00ff')
  dossier.shown.value = state
  const box = document.createElement('div')
  act(() => render(<One dossier={dossier} shown={state} />, box))
  return box
}
const textOf = (One: Part, state: ReturnType<typeof shown>) => boxOf(One, state).textContent ?? ''

beforeEach(() => setLanguage('nl'))
afterEach(() => setLanguage('nl'))

describe('a trajectory that ended', () => {
  it('says so with its reason and the way back, in whatever step it is', () => {
    for (const step of ['green_date', 'session', 'choice', 'plan', 'opening'] as const) {
      const box = boxOf(Ended, shown(progress(step, 'stopped', 'Het geld is op.')))
      expect(box.querySelector('h2')?.textContent).toBe('Dit traject is gestopt')
      expect(box.textContent).toContain('De reden: Het geld is op.')
      expect(box.querySelector('button')?.textContent).toBe('Open het traject weer')
      expect(textOf(Ended, shown(progress(step)))).toBe('')
    }
    setLanguage('en')
    expect(textOf(Ended, shown(progress('choice', 'stopped', 'No money.')))).toContain(
      'The reason: No money.',
    )
  })
  it('brings whoever ends it to what it came to, and leaves alone who writes', () => {
    const state = shown(progress('green_date'))
    const dossier = new OpenDossier('00ff')
    const box = document.body.appendChild(document.createElement('div'))
    const field = document.body.appendChild(document.createElement('input'))
    const show = (now: Progress) =>
      act(() => render(<Ended dossier={dossier} shown={{ ...state, progress: now }} />, box))
    show(progress('green_date'))
    field.focus()
    show(progress('green_date', 'no_match', 'Geen grond.'))
    expect(document.activeElement).toBe(field)
    show(progress('green_date'))
    field.blur()
    show(progress('green_date', 'no_match', 'Geen grond.'))
    expect(document.activeElement?.textContent).toBe('Deze keer geen match')
    box.remove()
    field.remove()
  })
  it('says at no gate that it is open, when it is not', () => {
    expect(textOf(Gate as Part, shown(progress('green_date', 'no_match', 'x')))).toBe('')
    expect(textOf(SessionGate as Part, shown(progress('session', 'stopped', 'x')))).toBe('')
    expect(textOf(FinishGate as Part, shown(progress('opening', 'stopped', 'x')))).toBe('')
    // Behind it, it was opened; but the end is not the reason for that, and the way back stands above.
    const behind = boxOf(SessionGate as Part, shown(progress('choice', 'stopped', 'x')))
    expect(behind.textContent).toBe('Het hek naar stap 3 staat open')
  })
})

describe('the reason of a step', () => {
  const reasons = [
    { ...none, step: 'session' as const, opened: 'De gemeente wacht.' },
    { ...none, step: 'plan' as const, reopened: 'Een nieuwe offerte.' },
  ]
  const state = shown(progress('plan', 'running', 'Een nieuwe offerte.'), { reasons })
  it('stands at its own gate and at no other', () => {
    expect(textOf(Gate as Part, state)).toContain(
      'Stap 2 is geopend terwijl er nog iets ontbrak: De gemeente wacht.',
    )
    expect(textOf(SessionGate as Part, state)).not.toMatch(/wacht|offerte/)
    expect(textOf(PlanGate as Part, state)).toContain('Stap 4 is weer geopend: Een nieuwe offerte.')
    expect(textOf(PlanGate as Part, state)).not.toContain('wacht')
  })
  it('stands on paper, and paper does not say that all was there', () => {
    const paper = textOf(Printed as unknown as Part, state)
    expect(paper).toContain('Stap 2 is geopend terwijl er nog iets ontbrak: De gemeente wacht.')
    expect(paper).not.toMatch(/Alles is er|offerte/)
    const complete = textOf(Printed as unknown as Part, shown(progress('session')))
    expect(complete).toContain('Stap 2 is geopend')
    expect(complete).not.toContain('ontbrak')
    expect(textOf(Printed as unknown as Part, shown(progress('green_date')))).toContain(
      'Alles is er voor stap 2.',
    )
  })
  it('stands in what happened, with what became of the step', () => {
    const open = progress('session', 'running', 'De gemeente wacht.')
    const ended = progress('session', 'stopped', 'Het geld is op.')
    const again = progress('session', 'running', 'Er is geld.')
    const happened = [
      line(1, progress('green_date'), open),
      line(2, open, ended),
      line(3, ended, again),
      line(4, again, ended, true),
      line(5, progress('choice', 'running', 'Kwam mee.'), progress('choice', 'running', 'Kwam mee.')),
      line(6, progress('green_date'), progress('session')),
    ]
    const box = boxOf(Happened as Part, shown(progress('session'), { happened }))
    expect([...box.querySelectorAll('.happened__what')].map((one) => one.textContent).reverse()).toEqual([
      'Stap 2 is geopend terwijl er nog iets ontbrak: De gemeente wacht.',
      'Dit traject is gestopt: Het geld is op.',
      'Stap 2 is weer geopend: Er is geld.',
      'Teruggedraaid. Dit traject is gestopt: Het geld is op.',
      'Het traject staat in stap 3: Kwam mee.',
      'Stap 2 is geopend',
    ])
    expect(box.querySelectorAll('button')[4]?.getAttribute('aria-label')).toBe(
      'Ongedaan maken: Dit traject is gestopt',
    )
  })
})
