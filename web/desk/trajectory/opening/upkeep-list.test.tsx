// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '../../../text/language.ts'
import { Toasts } from '../../../ui/toast.tsx'
import { OpenDossier } from '../dossier.ts'
import { emptyEntry } from '../fields-view.ts'
import { dossierWith } from '../test-dossier.ts'
import { UpkeepList } from './upkeep-list.tsx'

const work = { ...emptyEntry('upkeep'), what: 'Water geven', every_months: 1, starts_on: '2026-05-31', function: 'Beheer' }

/** The list of step 5 with this work, at noon of `today`. */
function listed(done_on: string, today: string) {
  vi.setSystemTime(new Date(`${today}T12:00:00`))
  const shown = dossierWith([{ ...work, done_on }])
  const dossier = new OpenDossier('00ff')
  dossier.shown.value = shown
  const command = vi.spyOn(dossier, 'command').mockResolvedValue({ ok: true, version: 9, entry: 1 })
  const box = document.createElement('div')
  document.body.append(box)
  act(() => render([<UpkeepList key="list" dossier={dossier} shown={shown} />, <Toasts key="said" />], box))
  const row = box.querySelector('.entry-row')
  const button = box.querySelector<HTMLButtonElement>('[aria-label="Gedaan: Water geven"]')
  return { text: row?.textContent ?? '', button, command }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  setLanguage('nl')
  document.body.replaceChildren()
})
afterEach(() => {
  vi.useRealTimers()
})

it('says when it was done last, when it is again and that it is late', () => {
  const { text } = listed('2026-06-30', '2026-08-01')
  expect(text).toContain('laatst gedaan: de keer van 30 juni 2026 · volgende keer: 31 juli 2026 te laat')
  document.body.replaceChildren()
  expect(listed('2026-06-30', '2026-07-31').text).not.toContain('te laat')
})
it('puts down the turn that was done, which can be undone', async () => {
  const { button, command } = listed('2026-06-30', '2026-09-15')
  await act(async () => button?.click())
  const was = { ...work, done_on: '2026-06-30' }
  expect(command.mock.calls).toEqual([['put_entry', { id: 1, was, now: { ...work, done_on: '2026-08-31' } }]])
  const said = document.querySelector('.ui-toast')
  expect(said?.textContent).toContain('Gedaan: Water geven, de keer van 31 augustus 2026')
  await act(async () => said?.querySelector('button')?.click())
  expect(command.mock.calls[1]).toEqual(['undo_event', { version: 9 }])
})
it('asks nothing of a turn that is far away', () => {
  expect(listed('2026-06-30', '2026-07-01').button).toBeNull()
})
