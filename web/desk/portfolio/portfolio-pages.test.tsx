// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApproachFile } from '../../shared/approach.ts'
import type { ImportedPlaces, TrajectorySummary } from '../../shared/trajectory.ts'
import { setLanguage } from '../../text/language.ts'
import { App } from '../app.tsx'
import { routeOf } from '../route.ts'
import { organiser, route } from '../store.ts'
import { trajectories } from '../trajectory/trajectories.ts'
import { approach, approachStore } from './approach-store.ts'
import type { ApproachDraft } from './approach-view.ts'
import { DocumentStore } from './document-store.ts'

const document_: ApproachFile = {
  kiemkring_approach: 1,
  fee: 1_040_000,
  refund: 900_000,
  hours_from: 2,
  hours_to: 4,
  contingency_percent: 10,
  factors: [{ name_nl: 'Water', name_en: '', question_nl: 'Is er water?', question_en: '' }],
}
let kept: { revision: number; document: ApproachFile }
let made: Map<string, string>
let isReached: boolean
let isListed = true

// Only the network is replaced: the pages, the stores and the calls are the real ones.
function network(path: string | URL | Request, init?: RequestInit): Promise<Response> {
  const answer = (status: number, body: unknown) =>
    Promise.resolve(new Response(JSON.stringify(body), { status }))
  const name = `${init?.method ?? 'GET'} ${String(path)}`
  const body = init?.body ? JSON.parse(String(init.body)) : undefined
  if (name === 'GET /api/organiser') return answer(200, { name: 'Iris' })
  if (name === 'GET /api/sessions') return answer(200, { sessions: [], storage_full: false, seats_max: 30 })
  if (name.startsWith('GET /api/trajectories') && !isListed) return answer(503, { error: 'unavailable' })
  if (name.startsWith('GET /api/trajectories'))
    return answer(200, {
      list: 'a.1',
      whole: true,
      more: false,
      gone: [],
      organisers: [],
      trajectories: there,
    })
  if (name === 'GET /api/approach') return answer(200, { ...kept, proposal: document_ })
  if (name === 'POST /api/approach/check') return answer(200, body)
  if (name === 'POST /api/approach') {
    if (body.revision !== kept.revision) return answer(409, { error: 'changed_meanwhile' })
    kept = { revision: kept.revision + 1, document: body.document }
    return answer(200, { revision: kept.revision })
  }
  if (name === 'POST /api/trajectories/import') {
    const asked = body as ImportedPlaces
    for (const one of asked.places) made.set(one.key, one.place.name)
    if (!isReached) return Promise.reject(new TypeError('no network'))
    return answer(200, { places: asked.places.map(({ key }) => ({ id: key.slice(0, 16) })) })
  }
  return answer(404, { error: 'not_found' })
}
const nothing = {
  next_kind: 'nothing',
  next_what: '',
  next_who: '',
  next_due: '',
  first_kind: 'nothing',
  first_what: '',
  first_due: '',
} as const
const there = [
  {
    ...nothing,
    id: '1',
    place: 'De Vlinder',
    municipality: 'Zwolle',
    outcome: 'running',
    step: 'plan',
    facilitator: '',
    funder: '',
    changed_at: Date.now(),
  },
] as TrajectorySummary[]

async function settle(): Promise<void> {
  for (let i = 0; i < 8; i += 1) await act(() => new Promise((resolve) => setTimeout(resolve, 0)))
}
async function open(hash: string): Promise<void> {
  location.hash = hash
  route.value = routeOf(hash)
  act(() => render(<App />, document.body))
  await settle()
}
const text = () => document.body.textContent ?? ''
async function press(name: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!found) throw new Error(`no button ${name} in ${text()}`)
  found.click()
  await settle()
}
const control = (name: string) => document.querySelector<HTMLInputElement>(`.document [name="${name}"]`)
async function type(name: string, value: string): Promise<void> {
  const input = control(name)
  if (!input) throw new Error(`no field ${name}`)
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await settle()
}
async function choose(content: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('.file-field input')
  Object.defineProperty(input, 'files', { value: [new File([content], 'plekken.csv')], configurable: true })
  input?.dispatchEvent(new Event('change', { bubbles: true }))
  await settle()
}

beforeEach(() => {
  setLanguage('nl')
  kept = { revision: 0, document: document_ }
  made = new Map()
  isReached = true
  vi.stubGlobal('fetch', network)
  vi.stubGlobal('scrollTo', () => {})
  organiser.value = undefined
  trajectories.value = undefined
  approach.value = undefined
  approachStore.editing.value = undefined
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.unstubAllGlobals()
})

describe('The portfolio', () => {
  it('that cannot be fetched says so, and is asked for again', async () => {
    isListed = false
    trajectories.value = undefined
    await open('#/trajectories?look=list')
    expect(text()).toContain('We kunnen je trajecten nu niet laten zien')
    await press('Probeer opnieuw')
    expect(text()).toContain('We kunnen je trajecten nu niet laten zien')
    isListed = true
    await press('Probeer opnieuw')
    expect(text()).toContain('De Vlinder')
  })

  it('is looked at as its address says, and writes it there', async () => {
    await open('#/trajectories?place=nergens&look=list')
    expect(text()).toContain('Geen plek gevonden')
    await press('Laat de filters los')
    expect(location.hash).toBe('#/trajectories?look=list')
    expect(text()).toContain('De Vlinder')
  })
})

describe('The approach at the desk', () => {
  it('is changed and kept, with what is wrong said at the field', async () => {
    await open('#/approach')
    expect(control('fee')?.value).toBe('10.400')
    await type('fee', '8.000')
    await press('Bewaar')
    expect(text()).toContain('Er kan niet meer terug dan de kosten.')
    await type('fee', '11,000.50')
    await press('Bewaar')
    expect(kept).toMatchObject({ revision: 1, document: { fee: 1_100_050 } })
    await press('Factor erbij')
    await type('name_nl-1', 'Geld')
    await press('Bewaar')
    expect(kept.document.factors).toHaveLength(2)
  })

  it('that a file replaced is put back, also once that was kept and after a reload', async () => {
    await open('#/approach')
    await choose(JSON.stringify({ ...document_, fee: 2_000_000 }))
    expect(control('fee')?.value).toBe('20.000')
    await press('Bewaar')
    expect(kept.document.fee).toBe(2_000_000)
    const again = new DocumentStore<ApproachFile, ApproachDraft>(
      { load: vi.fn(), save: vi.fn(), check: vi.fn() },
      { draftOf: vi.fn(), fileOf: vi.fn(), bytesMax: 1, name: 'approach' },
    )
    expect(again.beforeImport.value?.fee).toBe('10.400')
    await press('Zet terug van voor het inlezen')
    expect(control('fee')?.value).toBe('10.400')
    await press('Bewaar')
    expect(kept.document.fee).toBe(1_040_000)
    expect(approachStore.beforeImport.value).toBeUndefined()
  })

  it('that a file replaced is not put back over what another desk kept since', async () => {
    await open('#/approach')
    await choose(JSON.stringify({ ...document_, fee: 2_000_000 }))
    await press('Bewaar')
    expect(approachStore.beforeImport.value?.fee).toBe('10.400')
    kept = { ...kept, revision: kept.revision + 1, document: { ...kept.document, hours_to: 9 } }
    await approachStore.load()
    expect(approachStore.beforeImport.value).toBeUndefined()
  })

  it('that another desk changed in the same field shows both texts, and keeps nothing before one chooses', async () => {
    await open('#/approach')
    await type('fee', '12.000')
    await type('name_nl-0', 'Regen')
    await type('question_nl-0', 'Valt er regen?')
    const [water] = document_.factors
    if (!water) throw new Error('no factor')
    const theirs = {
      ...document_,
      fee: 1_300_000,
      refund: 950_000,
      factors: [{ ...water, name_nl: 'Sloot' }],
    }
    kept = { revision: 5, document: theirs }
    await press('Bewaar')
    expect(text()).toContain('Op 2 plekken hebben jullie allebei iets veranderd.')
    expect(kept.revision).toBe(5)
    const clashes = () => [...document.querySelectorAll('.clash dl')].map((one) => one.textContent)
    expect(clashes()).toEqual(['Er staat nu13.000Jij typte12.000', 'Er staat nuSlootJij typteRegen'])
    expect(control('fee')?.value).toBe('12.000')
    expect(control('refund')?.value).toBe('9.500')
    expect(control('question_nl-0')?.value).toBe('Valt er regen?')
    await press('Neem die van de ander')
    expect(control('fee')?.value).toBe('13.000')
    await press('Bewaar')
    expect(kept.revision).toBe(5)
    await press('Houd die van mij')
    await press('Bewaar')
    const factors = [{ ...water, name_nl: 'Regen', question_nl: 'Valt er regen?' }]
    expect(kept).toEqual({ revision: 6, document: { ...theirs, factors } })
    expect(text()).toContain('Bewaard')
    await press('Terug naar het voorstel')
    expect(control('fee')?.value).toBe('10.400')
  })

  it('that another desk changed elsewhere is put together with mine and kept at once', async () => {
    await open('#/approach')
    await type('hours_to', '6')
    kept = { revision: 5, document: { ...document_, fee: 1_300_000 } }
    await press('Bewaar')
    expect(kept).toEqual({ revision: 6, document: { ...document_, fee: 1_300_000, hours_to: 6 } })
    expect(text()).toContain('Bewaard, samen met wat iemand anders intussen veranderde.')
  })

  it('that one took away and another changed is asked about', async () => {
    const [water] = document_.factors
    if (!water) throw new Error('no factor')
    const changed = { ...document_, factors: [{ ...water, question_nl: 'Is er een sloot?' }] }
    await open('#/approach')
    document.querySelector<HTMLButtonElement>('.document__moves button')?.click()
    await settle()
    kept = { revision: 5, document: changed }
    await press('Bewaar')
    expect(text()).toContain('Jij haalde dit weg, en iemand anders veranderde het.')
    expect(control('question_nl-0')?.value).toBe('Is er een sloot?')
    await press('Haal het weg')
    expect(control('question_nl-0')).toBeNull()
    await press('Bewaar')
    expect(kept).toEqual({ revision: 6, document: { ...document_, factors: [] } })
  })

  it('that nobody chose about goes on waiting when there is more news, and goes with what it is about', async () => {
    await open('#/approach')
    await type('name_nl-0', 'Regen')
    await type('fee', '12.000')
    const [water] = document_.factors
    if (!water) throw new Error('no factor')
    kept = {
      revision: 5,
      document: { ...document_, fee: 1_300_000, factors: [{ ...water, name_nl: 'Sloot' }] },
    }
    await press('Bewaar')
    kept = { revision: 7, document: { ...kept.document, fee: 1_400_000, hours_to: 8 } }
    await open('#/')
    await open('#/approach')
    const clashes = () => [...document.querySelectorAll('.clash dl')].map((one) => one.textContent)
    expect(clashes()).toEqual(['Er staat nu14.000Jij typte12.000', 'Er staat nuSlootJij typteRegen'])
    expect(control('hours_to')?.value).toBe('8')
    document.querySelector<HTMLButtonElement>('.document__moves button')?.click()
    await settle()
    expect(clashes()).toHaveLength(1)
  })
})

describe('Places out of a spreadsheet', () => {
  it('are shown before they come in, with what is wrong and what is there already', async () => {
    await open('#/trajectories/import')
    await choose('naam;gemeente;m2;kleur\nDe Vlinder;Zwolle;;\nDe Aak;Kampen;veel;\nKade;Zwolle;12;rood\n')
    expect(text()).toContain('Eén plek komt erbij.')
    expect(text()).toContain('laten we weg: kleur')
    expect(text()).toContain('Regel 3, Ruimte voor groen (m²): Een heel getal graag')
    expect(text()).toContain('Eén plek is er al.')
    expect(made.size).toBe(0)
    await press('Lees één plek in')
    expect([...made.values()]).toEqual(['Kade'])
    expect(text()).toContain('Eén plek is ingelezen.')
  })

  it('go on after a lost answer, in parts, and none is asked under two keys', async () => {
    await open('#/trajectories/import')
    await choose(`naam\n${Array.from({ length: 120 }, (_, i) => `Plek ${i}`).join('\n')}`)
    isReached = false
    await press('Lees 120 plekken in')
    expect(text()).toContain('0 van 120 ingelezen')
    isReached = true
    await press('Ga verder')
    await settle()
    expect(text()).toContain('120 plekken zijn ingelezen.')
    expect(made.size).toBe(120)
  })
})
