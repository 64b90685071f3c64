// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Entry, NextDated } from '../../shared/trajectory.ts'
import { setLanguage } from '../../text/language.ts'
import { OpenDossier } from './dossier.ts'
import { emptyEntry } from './fields-view.ts'
import { NextAction } from './next-action.tsx'
import { dossierWith } from './test-dossier.ts'

function boxOf(next: NextDated, entries: readonly Entry[] = []) {
  const dossier = new OpenDossier('00ff')
  const progress = { step: 'session', outcome: 'running', reason: '', refund: 0 } as const
  const state = dossierWith(entries, { progress, next })
  dossier.shown.value = state
  const box = document.createElement('div')
  act(() => render(<NextAction dossier={dossier} shown={state} />, box))
  return { box, dossier }
}
const permit: NextDated = { kind: 'permit', what: 'Kap', who: 'Piet', due: '2099-01-20', entry: 4 }

describe('the next action', () => {
  beforeEach(() => setLanguage('nl'))

  it('is proposed from the dossier, with who and when, and taken over with one press', async () => {
    const { box, dossier } = boxOf(permit)
    expect(box.textContent).toContain('Vergunning: Kap')
    expect(box.textContent).toContain('20 januari 2099 · Piet')
    expect(box.textContent).not.toContain('te laat')
    const command = vi.spyOn(dossier, 'command').mockResolvedValue({ ok: true, version: 10, entry: 5 })
    await act(async () => box.querySelector<HTMLButtonElement>('.from-dossier button')?.click())
    expect(command).toHaveBeenCalledWith('put_entry', {
      id: 0,
      was: null,
      now: { kind: 'next_action', what: 'Vergunning: Kap', who: 'Piet', due: '2099-01-20' },
    })
  })
  it('that should have happened says so, and is taken over without its day', async () => {
    const { box, dossier } = boxOf({ ...permit, due: '2020-01-20' })
    expect(box.textContent).toContain('te laat')
    const command = vi.spyOn(dossier, 'command').mockResolvedValue({ ok: true, version: 10, entry: 5 })
    await act(async () => box.querySelector<HTMLButtonElement>('.from-dossier button')?.click())
    expect(command.mock.calls[0]?.[1]).toMatchObject({ now: { due: '' } })
  })
  it('that somebody wrote stands alone, and where nothing is next nothing is proposed', () => {
    const byHand = boxOf(permit, [{ ...emptyEntry('next_action'), what: 'Bellen' }])
    expect(byHand.box.querySelector('.from-dossier')).toBeNull()
    expect(boxOf({ ...permit, kind: 'nothing' }).box.querySelector('.from-dossier')).toBeNull()
  })
  it('says what an opening is, in both languages', () => {
    const opening: NextDated = { kind: 'opening', what: '', who: '', due: '2099-05-01', entry: 2 }
    expect(boxOf(opening).box.querySelector('strong')?.textContent).toBe('Opening')
    setLanguage('en')
    expect(boxOf({ ...permit, kind: 'fact_finding', what: 'whose is it' }).box.textContent).toContain('To find out: whose is it')
  })
})
