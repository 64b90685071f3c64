// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DeskCommand, EntryOf } from '../../../shared/trajectory.ts'
import { setLanguage } from '../../../text/language.ts'
import type { Dossier } from '../dossier-view.ts'
import { OpenDossier } from '../dossier.ts'
import { faultText } from '../fault-text.ts'
import { emptyEntry } from '../fields-view.ts'
import { Ideas } from './ideas.tsx'

const task: EntryOf<'task'> = { ...emptyEntry('task'), what: 'Liggen er kabels?', topic: 'cables', idea: 1, note: 'Bij de weg' }
let commands: DeskCommand[]
let refusal: object
let dossier: OpenDossier
let shown: Dossier
let root: HTMLElement

beforeEach(async () => {
  setLanguage('nl')
  commands = []
  refusal = { error: 'unavailable' }
  vi.stubGlobal('fetch', async (_path: string, init?: RequestInit) => {
    if (init?.method === 'POST') commands.push(JSON.parse(String(init.body)))
    return new Response(JSON.stringify(refusal), { status: init?.method === 'POST' ? 422 : 503 })
  })
  const idea = { ...emptyEntry('idea'), name: 'Een muurschildering' }
  const entries = [idea, task, { ...task, what: 'Wat kost het?', topic: 'cost' as const, state: 'done' as const }]
  shown = {
    happened: [],
    progress: { step: 'session' },
    missing: [],
    next: { kind: 'nothing', what: '', who: '', due: '', entry: 0 },
    entries: new Map(entries.map((entry, at) => [at + 1, { id: at + 1, version: 1, at: 0, by: 1, entry }])),
    takenAway: new Set(),
  } as unknown as Dossier
  root = document.createElement('div')
  document.body.replaceChildren(root)
  sessionStorage.clear()
  dossier = new OpenDossier('a'.repeat(16))
  await act(() => render(<Ideas dossier={dossier} shown={shown} />, root))
})
afterEach(() => {
  render(null, root)
  vi.unstubAllGlobals()
})

const press = async (name: string) => {
  const button = root.querySelector<HTMLElement>(`button[aria-label="${name}"]`)
  if (!button) throw new Error(`no button ${name}: ${root.textContent}`)
  button.click()
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)))
}

it('ends what has to be found out with one press, and keeps why where it does not matter', async () => {
  // Not for what is done already.
  expect(root.querySelectorAll('.found')).toHaveLength(1)
  await press('Uitgezocht: Liggen er kabels? (Een muurschildering)')
  await press('Niet nodig: Liggen er kabels? (Een muurschildering)')
  expect(commands.map(({ args }) => args)).toMatchObject([
    { id: 2, was: task, now: { state: 'done', note: 'Bij de weg' } },
    { id: 2, was: task, now: { state: 'done', note: 'Bij de weg\nNiet nodig voor dit idee.' } },
  ])
})

const type = (idea: number, what: string) =>
  act(() => dossier.type(`new-task-${idea}`, 'task', 0, 'what', what))
const shownAs = (entries: Dossier['entries']) => act(() => render(<Ideas dossier={dossier} shown={{ ...shown, entries }} />, root))

it('keeps what is typed about an idea that goes meanwhile in view, and puts it with another', async () => {
  await type(1, 'Wie maait het?')
  expect(root.querySelector('.clash')).toBe(null)
  const other = { id: 9, version: 1, at: 0, by: 1, entry: { ...emptyEntry('idea'), name: 'Een bank' } }
  await shownAs(new Map([[9, other]]))
  const box = root.querySelector('.clash')
  expect(box?.textContent).toContain('Het idee is weg terwijl jij hierover typte.')
  expect(box?.textContent).toContain('Wie maait het?')
  const buttons = [...(box?.querySelectorAll('button') ?? [])]
  expect(buttons.map((one) => one.textContent)).toEqual(['Laat het weg', 'Zet het bij “Een bank”'])
  buttons[1]?.click()
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)))
  expect(commands.map(({ args }) => args)).toMatchObject([{ id: 0, was: null, now: { what: 'Wie maait het?', idea: 9, topic: 'other' } }])
  // The server took it not, and nothing is lost.
  expect(root.querySelector('.clash')?.textContent).toContain('Wie maait het?')
  act(() => root.querySelector<HTMLButtonElement>('.clash button')?.click())
  expect(root.querySelector('.clash')).toBe(null)
})

it('says why something new is refused when that is about no field of the form', async () => {
  refusal = { error: 'unknown_entry', field: 'idea' }
  await type(1, 'Wie maait het?')
  const form = root.querySelector<HTMLFormElement>('form.add-entry')
  const fault = () => form?.querySelector('.form-error')?.textContent
  form?.requestSubmit()
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)))
  expect(fault()).not.toBe('')
  expect(fault()).toBe(faultText('unknown_entry'))
  // Of a field that is typed in it is said there, and typing on takes it away.
  await type(1, 'Wie maait het hier?')
  expect(fault()).toBe('')
  refusal = { error: 'bad_text', field: 'what' }
  form?.requestSubmit()
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)))
  expect(fault()).toBe('')
  expect(form?.querySelector('[aria-invalid="true"]')).not.toBe(null)
})
