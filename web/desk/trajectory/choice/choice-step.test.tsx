// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type {
  DeskCommand,
  Entries,
  Entry,
  EntryKind,
  EntryOf,
  ListedEntry,
} from '../../../shared/trajectory.ts'
import { setLanguage } from '../../../text/language.ts'
import { dossierOf, type OpenDossier } from '../dossier.ts'
import { emptyEntry } from '../fields-view.ts'
import { answerWith } from '../test-dossier.ts'
import { ChoiceStep } from './choice-step.tsx'

const id = 'a'.repeat(16)
let entries: ListedEntry[]
let version: number
let commands: DeskCommand[]
/** What the earlier session for the choice says. */
let elsewhere: unknown[]

function keep<Kind extends EntryKind>(kind: Kind, change: Partial<Entries[Kind]>): number {
  version += 1
  entries.push({ id: version, version, at: 0, by: 1, entry: { ...emptyEntry(kind), ...change } as Entry })
  return version
}

// A server that keeps what it is asked to; the rules are tested where they live.
function network(path: string | URL | Request, init?: RequestInit): Promise<Response> {
  const json = (body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status: 200 }))
  if (String(path).includes('/matches')) return json({ concepts: [] })
  if (String(path).includes('/kept')) return json({ words: elsewhere })
  if (init?.method === 'POST') {
    const command = JSON.parse(String(init.body)) as DeskCommand
    commands.push(command)
    if (command.op === 'put_entry') {
      const at = entries.find((one) => one.id === command.args.id)
      if (at) Object.assign(at, { entry: command.args.now, version: ++version })
      else keep(command.args.now.kind, command.args.now as never)
    }
    return json({ version })
  }
  const isGone = (number: number) => number !== 0 && !entries.some((one) => one.id === number)
  const choice = kept('choice')[0]
  const isLost = choice?.outcome === 'chosen' && isGone(choice.idea)
  const missing = isLost ? [{ what: 'chosen_gone' as const, entry: 0 }] : []
  return json(
    answerWith([], {
      id,
      version,
      progress: { step: 'choice', outcome: 'running', reason: '', refund: 0 },
      plan: { missing, ready_as: 0, other_terms: [], letter_gone: [] },
      organisers: [{ id: 1, name: 'Anneke' }],
      entries,
    }),
  )
}

let dossier: OpenDossier
let root: HTMLElement
const settle = async () => {
  for (let i = 0; i < 30; i += 1) await act(() => new Promise((resolve) => setTimeout(resolve, 0)))
}
function Page() {
  const shown = dossier.shown.value
  return shown ? <ChoiceStep dossier={dossier} shown={shown} /> : null
}
const press = async (name: string) => {
  const button = [...root.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!button) throw new Error(`no button ${name}: ${root.textContent}`)
  button.click()
  await settle()
}
const kept = <Kind extends EntryKind>(kind: Kind) =>
  entries.map(({ entry }) => entry).filter((entry) => entry.kind === kind) as EntryOf<Kind>[]

beforeEach(async () => {
  setLanguage('nl')
  entries = []
  version = 0
  commands = []
  elsewhere = []
  vi.stubGlobal('fetch', network)
  keep('idea', { name: 'Een pauzeplek buiten', letter: 'B', place: 1, session: 'a' })
  keep('idea', { name: 'Een poel', letter: 'A', place: 2, session: 'a' })
  dossier = dossierOf(id)
  dossier.forms.value = new Map()
  dossier.shown.value = undefined
  await dossier.command('archive', { archived: false })
  commands = []
  root = document.createElement('div')
  document.body.replaceChildren(root)
  await act(() => render(<Page />, root))
  await settle()
})
afterEach(() => {
  render(null, root)
  vi.unstubAllGlobals()
})

it('is closed until it is recorded who decides, and then has the proposed criteria', async () => {
  expect(root.querySelector('table')).toBeNull()
  expect(root.textContent).toContain('Wie kiest straks het ene idee?')
  await press('Leg dit vast')
  expect(kept('decider')).toMatchObject([{ who: 'group_consent' }])
  expect(kept('decider')[0]?.agreed_on).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(root.querySelectorAll('tbody tr')).toHaveLength(11)
  expect([...root.querySelectorAll('thead .matrix__name')].map((one) => one.textContent)).toEqual([
    'Een pauzeplek buiten',
    'Een poel',
  ])
})

it('puts the words of a cell on the mark that another desk made first, once there is one', async () => {
  keep('decider', {})
  const criterion = keep('criterion', { name: 'Tijd' })
  await dossier.command('archive', { archived: false })
  await settle()
  const name = `mark-1-${criterion}`
  dossier.type(name, 'mark', 0, 'source', 'offerte', { idea: 1, criterion })
  keep('mark', { idea: 1, criterion, colour: 'green', summary: '3 maanden' })
  await dossier.command('archive', { archived: false })
  await act(() => dossier.save(name))
  expect(kept('mark')).toHaveLength(1)
  expect(kept('mark')).toMatchObject([{ colour: 'green', summary: '3 maanden', source: 'offerte' }])
})

it('records one choice, the way that fits who decides', async () => {
  keep('decider', { who: 'group_vote' })
  keep('criterion', { name: 'Tijd' })
  await dossier.command('archive', { archived: false })
  await settle()
  const first = root.querySelector<HTMLInputElement>('#choice-ideas input')
  first?.click()
  await settle()
  expect(root.querySelector('#choice-title')?.textContent).toBe('Wij kiezen B: een pauzeplek buiten')
  expect(root.textContent).toContain('Geen bestaand concept: ons eigen plan')
  const reason = root.querySelector<HTMLTextAreaElement>('[name=reason]')
  if (!reason) throw new Error('no reason')
  reason.value = 'Iedereen eet er.'
  reason.dispatchEvent(new Event('input', { bubbles: true }))
  await settle()
  await press('Leg de keuze vast')
  expect(kept('choice')).toMatchObject([
    { outcome: 'chosen', idea: 1, combined_with: 0, method: 'vote', reason: 'Iedereen eet er.' },
  ])
  expect(root.textContent).toContain('Open de keuze weer …')
})

it('waits for what was just typed before it records the choice, and meets no stranger in it', async () => {
  keep('decider', { who: 'group_consent' })
  await dossier.command('archive', { archived: false })
  await settle()
  let arrive = () => {}
  const line = new Promise<void>((resolve) => {
    arrive = resolve
  })
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    await line
    return network(path, init)
  })
  root.querySelector<HTMLInputElement>('#choice-ideas input[value="1"]')?.click()
  await settle()
  dossier.type('choice', 'choice', 0, 'reason', 'Dichtbij.')
  await press('Leg de keuze vast')
  arrive()
  await settle()
  expect(kept('choice')).toMatchObject([{ outcome: 'chosen', idea: 1, reason: 'Dichtbij.' }])
})

it('records nothing that somebody else tapped meanwhile, and shows it', async () => {
  keep('decider', { who: 'group_consent' })
  const choice = keep('choice', { reason: 'Dichtbij.' })
  await dossier.command('archive', { archived: false })
  await settle()
  dossier.type('choice', 'choice', choice, 'idea', '1')
  Object.assign(entries.find((one) => one.id === choice) as ListedEntry, {
    entry: { ...emptyEntry('choice'), reason: 'Dichtbij.', idea: 2 },
    version: ++version,
  })
  await dossier.command('archive', { archived: false })
  await settle()
  await press('Leg de keuze vast')
  expect(kept('choice')).toMatchObject([{ outcome: 'open', idea: 2 }])
  expect(root.textContent).toContain('Iemand heeft dit intussen veranderd.')
  await press('Leg de keuze vast')
  expect(kept('choice')).toMatchObject([{ outcome: 'chosen', idea: 2 }])
})

it('shows what both ideas are like that become one, and which one decides', async () => {
  keep('decider', { who: 'group_consent' })
  keep('choice', { idea: 1, combined_with: 2 })
  await dossier.command('archive', { archived: false })
  await settle()
  const titles = () => [...root.querySelectorAll('.matches legend')].map((one) => one.textContent)
  expect(titles()).toEqual([
    'Lijkt “B: een pauzeplek buiten” op iets dat al bestaat?',
    'Lijkt “A: een poel” op iets dat al bestaat?',
  ])
  expect([...root.querySelectorAll('.matches__of')].map((one) => one.textContent)).toEqual([
    'Dit idee beslist of het hele plan een concept van IVN wordt.',
    'Dit idee hoort erbij. Wat je hier kiest, geeft alleen taken in stap 4.',
  ])
  const own = [...root.querySelectorAll<HTMLInputElement>('.matches input')][1]
  own?.click()
  await settle()
  expect(kept('idea').map(({ route }) => route)).toEqual(['undecided', 'own_plan'])
  root.querySelector<HTMLInputElement>('#choice-ideas input[value="2"]')?.click()
  await settle()
  expect(titles()[0]).toBe('Lijkt “A: een poel” op iets dat al bestaat?')
  expect(kept('choice')).toMatchObject([{ idea: 2, combined_with: 1 }])
})

it('says kindly that the words of the choice are gone, and asks again', async () => {
  keep('decider', { who: 'group_consent' })
  keep('choice', { outcome: 'chosen', idea: 99, reason: 'Dichtbij.' })
  await dossier.command('archive', { archived: false })
  await settle()
  expect(root.textContent).toContain('Jullie keuze heeft geen woorden meer')
  expect(root.textContent).toContain('De reden was: Dichtbij.')
  await press('Kies opnieuw')
  expect(kept('choice').map(({ outcome, idea }) => [outcome, idea])).toEqual([['open', 0]])
  expect(root.textContent).toContain('Welk idee wordt het?')
})

it('says from which session an idea and the choice came, and what another session chose, once there is more than one', async () => {
  keep('session_plan', { name: 'Middag', session: 'a', session_version: 9 })
  keep('session_plan', { name: 'Avond', session: 'b', session_version: 9 })
  keep('idea', { name: 'Een poel', letter: 'A', place: 1, session: 'b' })
  keep('decider', {})
  const criterion = keep('criterion', { name: 'Tijd' })
  const mark = keep('mark', { idea: 1, criterion, group_tenths: 50, group_answers: 1 })
  const choice = keep('choice', { outcome: 'chosen', idea: 2, reason: 'Toch water' })
  const listed = entries.find((one) => one.id === choice)
  if (listed) Object.assign(listed, { by: 0 })
  const said = { purpose: 'choice', session_version: 5 } as const
  keep('session_plan', { ...said, name: 'Verdieping', session: 'c', kept_note: `${mark}.group,${choice}.choice` })
  keep('session_plan', { ...said, name: 'Verdieping', session: 'd', taken_note: `${mark};${choice}` })
  elsewhere = [
    { entry: mark, field: 'group', said: { ...kept('mark')[0], group_tenths: 35, group_answers: 2 } },
    { entry: choice, field: 'choice', said: { ...kept('choice')[0], idea: 1, reason: 'Iedereen wil zitten' } },
  ]
  await dossier.command('archive', { archived: false })
  await settle()
  const panel = () => root.querySelector('.choice-panel')?.textContent
  expect(panel()).toContain('A: een poel: uit “Middag”')
  expect(panel()).toContain('Gekozen in “Verdieping (2)”.')
  expect(panel()).toContain(
    'In “Verdieping (1)” koos de groep iets anders: Een pauzeplek buiten · Met instemming · Iedereen wil zitten',
  )
  root.querySelector<HTMLElement>(`[data-mark="1-${criterion}"]`)?.click()
  await settle()
  const sheet = () => root.querySelector('dialog')?.textContent
  expect(sheet()).toContain('uit “Middag”')
  expect(sheet()).toContain('“Verdieping (2)”: groep: 5,0 van 5 (1 antwoord)')
  expect(sheet()).toContain('“Verdieping (1)”: groep: 3,5 van 5 (2 antwoorden)')

  keep('session_plan', { name: 'Nog niet gehouden' })
  const now = entries.find((one) => one.id === choice)
  if (now) Object.assign(now, { by: 1, entry: { ...now.entry, outcome: 'open' } })
  await dossier.command('archive', { archived: false })
  await settle()
  const chips = [...root.querySelectorAll('#choice-ideas .ui-chip')].map((one) => one.textContent)
  expect(chips).toEqual(['B: een pauzeplek buitenMiddag', 'A: een poelAvond', 'A: een poelMiddag'])
})
