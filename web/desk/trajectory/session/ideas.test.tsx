// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DeskCommand, EntryOf } from '../../../shared/trajectory.ts'
import { setLanguage } from '../../../text/language.ts'
import type { Dossier } from '../dossier-view.ts'
import { OpenDossier } from '../dossier.ts'
import { emptyEntry } from '../fields-view.ts'
import { Ideas } from './ideas.tsx'

const task: EntryOf<'task'> = { ...emptyEntry('task'), what: 'Liggen er kabels?', topic: 'cables', idea: 1, note: 'Bij de weg' }
let commands: DeskCommand[]
let root: HTMLElement

beforeEach(async () => {
  setLanguage('nl')
  commands = []
  vi.stubGlobal('fetch', async (_path: string, init?: RequestInit) => {
    if (init?.method === 'POST') commands.push(JSON.parse(String(init.body)))
    return new Response('{"error": "unavailable"}', { status: init?.method === 'POST' ? 422 : 503 })
  })
  const idea = { ...emptyEntry('idea'), name: 'Een muurschildering' }
  const entries = [idea, task, { ...task, what: 'Wat kost het?', topic: 'cost' as const, state: 'done' as const }]
  const shown = {
    progress: { step: 'session' },
    missing: [],
    next: { kind: 'nothing', what: '', who: '', due: '', entry: 0 },
    entries: new Map(entries.map((entry, at) => [at + 1, { id: at + 1, version: 1, at: 0, by: 1, entry }])),
    takenAway: new Set(),
  } as unknown as Dossier
  root = document.createElement('div')
  document.body.replaceChildren(root)
  await act(() => render(<Ideas dossier={new OpenDossier('a'.repeat(16))} shown={shown} />, root))
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
