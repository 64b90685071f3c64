// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { EntryOf, ListedEntry } from '../../../shared/trajectory.ts'
import { setLanguage } from '../../../text/language.ts'
import { OpenDossier } from '../dossier.ts'
import { all, type Dossier } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { answerText } from './asked-person.tsx'
import { Letters } from './letters.tsx'

const yes = { ...emptyEntry('confirmation'), name: 'Lies', what_for: 'upkeep' as const, answer: 'accepted' as const, answered_on: '2026-11-28' }
const letter = { ...emptyEntry('letter'), confirmation: 1 }

function drawn(asked: EntryOf<'confirmation'>, letters: number) {
  const entries = [asked, ...Array.from({ length: letters }, () => letter)].map(
    (entry, i): [number, ListedEntry] => [i + 1, { id: i + 1, version: i + 1, at: 0, by: 1, entry }],
  )
  const dossier = new OpenDossier('00ff')
  const shown = { id: '00ff', entries: new Map(entries), plan: { letter_gone: [] as number[] } } as unknown as Dossier
  dossier.shown.value = shown
  const command = vi.spyOn(dossier, 'command').mockResolvedValue({ ok: true, version: 9, entry: 0 })
  const one = all(shown, 'confirmation')[0]
  if (!one) throw new Error('nobody was asked')
  const box = document.createElement('div')
  document.body.append(box)
  act(() => render(<Letters dossier={dossier} shown={shown} one={one} />, box))
  return { box, command }
}

/** The letters of somebody whose yes lies at `place`; presses to erase the first, and says what was asked of the server. */
function pressed(place: string, letters: number, confirm: boolean) {
  const { box, command } = drawn({ ...yes, letter: place }, letters)
  act(() => box.querySelector<HTMLButtonElement>('.asked__letter button')?.click())
  expect(command).not.toHaveBeenCalled()
  const dialog = document.querySelector('dialog')
  const text = dialog?.textContent ?? ''
  const buttons = [...(dialog?.querySelectorAll('button') ?? [])]
  const button = buttons.find((found) => found.textContent === (confirm ? 'Wis de brief' : 'Annuleren'))
  return { text, command, go: () => act(async () => button?.click()) }
}

beforeEach(() => {
  setLanguage('nl')
  document.body.replaceChildren()
})

it('asks before a letter is erased, and says what becomes of the yes', async () => {
  const { text, command, go } = pressed('bijgevoegd', 1, true)
  expect(text).toContain('De brief van Lies wissen?')
  expect(text).toContain('Het ja dat erop staat, telt dan niet meer.')
  await go()
  expect(command.mock.calls.map(([op]) => op)).toEqual(['erase_entry', 'put_entry'])
  expect(command.mock.calls[1]?.[1]).toMatchObject({ id: 1, now: { letter: '' } })
})
it('erases nothing when one thinks again', async () => {
  const { command, go } = pressed('bijgevoegd', 1, false)
  await go()
  expect(command).not.toHaveBeenCalled()
})
it('leaves a yes that another page of the letter or paper elsewhere stands for', async () => {
  for (const [place, letters] of [['Map 3', 1], ['bijgevoegd', 2]] as const) {
    document.body.replaceChildren()
    const { text, command, go } = pressed(place, letters, true)
    expect(text).not.toContain('Het ja')
    await go()
    expect(command.mock.calls.map(([op]) => op)).toEqual(['erase_entry'])
  }
})
it('says what lacks beside the way to bring it, and of an earlier yes that its letter is not here', () => {
  const none = 'Er is nog geen getekende brief. Voeg een foto of een pagina van een PDF toe: dan telt het als ja.'
  const elsewhere = 'De brief zelf is hier niet bijgevoegd.'
  for (const [entry, letters, text] of [
    [{ answer: 'not_asked' }, 0, none],
    [{ answer: 'asked' }, 0, none],
    [{ answer: 'asked' }, 1, undefined],
    [{ answer: 'accepted' }, 0, undefined],
    [{ answer: 'declined' }, 0, undefined],
    [{ answer: 'accepted', letter: 'Map 3' }, 0, elsewhere],
    [{ answer: 'accepted', letter: 'Map 3' }, 1, undefined],
  ] as const) {
    document.body.replaceChildren()
    const { box } = drawn({ ...yes, ...entry }, letters)
    expect(box.querySelector('.asked__lack')?.textContent).toBe(text)
  }
})
it('does not name a letter that is gone as if it were here', () => {
  expect(answerText({ ...yes, letter: 'bijgevoegd' }, false)).toContain('brief: bijgevoegd')
  expect(answerText({ ...yes, letter: 'bijgevoegd' }, true)).toMatch(/zei ja op .* · de bijgevoegde brief is er niet meer/)
})
