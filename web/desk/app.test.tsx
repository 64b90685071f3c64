// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { App } from './app.tsx'
import { dayAfter } from './retention.ts'
import { expired, loadSessions, organiser, route, sessions, templates, trouble } from './store.ts'

type Answer = { status: number; body?: unknown } | 'no network'
let answers: Record<string, Answer> = {}
let asked: { route: string; body: unknown }[] = []

// Only the network is replaced: the pages, the store and the calls are the real ones.
function network(path: string | URL | Request, init?: RequestInit): Promise<Response> {
  const name = `${init?.method ?? 'GET'} ${String(path)}`
  asked.push({ route: name, body: init?.body ? JSON.parse(String(init.body)) : undefined })
  const answer = answers[name] ?? { status: 404, body: { error: 'not_found' } }
  if (answer === 'no network') return Promise.reject(new TypeError('no network'))
  const text = answer.body === undefined ? null : JSON.stringify(answer.body)
  return Promise.resolve(new Response(text, { status: answer.status }))
}

/** The same network, for what tells how far it is. */
class Request {
  readonly upload = {}
  onload?: () => void
  onerror?: () => void
  status = 0
  responseText = ''
  private route = ''
  open(method: string, path: string) {
    this.route = `${method} ${path}`
  }
  setRequestHeader() {}
  abort() {}
  send(file: Blob) {
    const [method, path] = this.route.split(' ') as [string, string]
    void file
      .text()
      .then((body) => network(path, { method, body }))
      .then(async (response) => {
        this.status = response.status
        this.responseText = await response.text()
        this.onload?.()
      })
      .catch(() => this.onerror?.())
  }
}

const session = {
  id: 's1',
  title: 'Kadepolder',
  place: 'gras',
  language: 'nl',
  created_at: 1_795_000_000_000,
  status: 'open',
  people: 24,
  ideas: 48,
  current: 'vote',
  retained_until: '2027-11-24',
  rehearsal_of: '',
}

const noTrajectories = { list: '', whole: true, more: false, gone: [], organisers: [], trajectories: [] }

async function settle(): Promise<void> {
  for (let i = 0; i < 5; i += 1) await act(() => new Promise((resolve) => setTimeout(resolve, 0)))
}

async function open(hash: string): Promise<void> {
  location.hash = hash
  const { routeOf } = await import('./route.ts')
  route.value = routeOf(location.hash)
  act(() => render(<App />, document.body))
  await settle()
}

const text = () => document.body.textContent ?? ''
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)

async function type(label: string, value: string): Promise<void> {
  const wanted = [...document.querySelectorAll('label')].find((one) =>
    one.textContent?.trim().startsWith(label),
  )
  const input = document.getElementById(wanted?.htmlFor ?? '') as HTMLInputElement | null
  if (!input) throw new Error(`no field ${label}`)
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await settle()
}

async function press(name: string): Promise<void> {
  const found = button(name)
  if (!found) throw new Error(`no button ${name}`)
  found.click()
  await settle()
}

beforeEach(() => {
  setLanguage('nl')
  answers = {}
  asked = []
  vi.stubGlobal('fetch', network)
  vi.stubGlobal('XMLHttpRequest', Request)
  vi.stubGlobal('scrollTo', () => {})
  organiser.value = undefined
  expired.value = false
  sessions.value = undefined
  templates.value = undefined
  trouble.value = undefined
})

afterEach(() => {
  act(() => render(null, document.body))
  vi.unstubAllGlobals()
})

describe('The desk', () => {
  it('asks who one is, and after the log-in shows the page that was asked for', async () => {
    answers = {
      'GET /api/organiser': { status: 401, body: { error: 'no_login' } },
      'POST /api/login': { status: 200, body: { name: 'Anneke' } },
      'GET /api/trajectories': { status: 200, body: noTrajectories },
      'GET /api/sessions': { status: 200, body: { sessions: [session], storage_full: false, seats_max: 30 } },
    }
    await open('#/sessions/s1')
    expect(document.querySelector('h1')?.textContent).toBe('Log in')

    await type('Naam', 'Anneke')
    await type('Wachtzin', 'vier gewone woorden')
    await press('Log in')
    expect(document.querySelector('h1')?.textContent).toBe('Kadepolder')
  })

  it('says that name and passphrase do not belong together, and nothing more', async () => {
    answers = {
      'GET /api/organiser': { status: 401, body: { error: 'no_login' } },
      'POST /api/login': { status: 401, body: { error: 'wrong_login' } },
    }
    await open('')
    await type('Naam', 'Anneke')
    await type('Wachtzin', 'fout')
    await press('Log in')
    expect(text()).toContain('Deze naam en wachtzin horen niet bij elkaar.')
    expect(text()).not.toContain('Je was uitgelogd')
  })

  it('keeps what was typed when the log-in is over in the middle of it', async () => {
    answers = {
      'GET /api/organiser': { status: 200, body: { name: 'Anneke' } },
      'GET /api/trajectories': { status: 200, body: noTrajectories },
      'GET /api/sessions': { status: 200, body: { sessions: [], storage_full: false, seats_max: 30 } },
      'GET /api/templates': {
        status: 200,
        body: { templates: [{ id: 't', language: 'nl', title: 'Avond', minutes: 120, rounds: [] }] },
      },
      'POST /api/sessions': { status: 401, body: { error: 'no_login' } },
      'POST /api/login': { status: 200, body: { name: 'Anneke' } },
    }
    await open('#/new')
    await type('Naam van de sessie', 'Kadepolder')
    await type('Wie nodigt uit?', 'Parkvereniging')
    await type('Wie is verantwoordelijk', 'Parkvereniging')
    await press('Zet klaar')
    expect(text()).toContain('Je was uitgelogd. Log in, dan ga je verder waar je was.')

    await type('Naam', 'Anneke')
    await type('Wachtzin', 'vier gewone woorden')
    await press('Log in')
    const title = document.querySelector<HTMLInputElement>('input[name="title"]')
    expect(title?.value).toBe('Kadepolder')
  })

  it('says when the server cannot be reached, and tries again when asked', async () => {
    answers = { 'GET /api/organiser': 'no network' }
    await open('')
    expect(text()).toContain('Geen verbinding met de server')

    answers = {
      'GET /api/organiser': { status: 200, body: { name: 'Anneke' } },
      'GET /api/trajectories': { status: 200, body: noTrajectories },
      'GET /api/sessions': { status: 200, body: { sessions: [], storage_full: false, seats_max: 30 } },
    }
    await press('Probeer opnieuw')
    expect(document.querySelector('h1')?.textContent).toBe('Hier groeit nog niets')
  })

  it('says that the disk of the server is full, until it is not', async () => {
    answers = {
      'GET /api/organiser': { status: 200, body: { name: 'Anneke' } },
      'GET /api/trajectories': { status: 200, body: noTrajectories },
      'GET /api/sessions': { status: 200, body: { sessions: [session], storage_full: true, seats_max: 30 } },
    }
    await open('')
    expect(text()).toContain('De schijf van de server is vol.')
    answers['GET /api/sessions'] = { status: 200, body: { sessions: [session], storage_full: false, seats_max: 30 } }
    await act(() => loadSessions())
    expect(text()).not.toContain('De schijf van de server is vol.')
  })

  it('deletes a session only after the word was typed', async () => {
    answers = {
      'GET /api/organiser': { status: 200, body: { name: 'Anneke' } },
      'GET /api/trajectories': { status: 200, body: noTrajectories },
      'GET /api/sessions': { status: 200, body: { sessions: [session], storage_full: false, seats_max: 30 } },
      'DELETE /api/sessions/s1': { status: 204 },
    }
    await open('#/sessions/s1')
    await press('Wis deze sessie')
    expect(button('Wis alles')?.disabled).toBe(true)

    await type('Typ wissen', 'wis')
    expect(button('Wis alles')?.disabled).toBe(true)
    await type('Typ wissen', 'Wissen')
    await press('Wis alles')
    expect(asked.map((one) => one.route)).toContain('DELETE /api/sessions/s1')
  })

  it('keeps a session until another day, and says so', async () => {
    answers = {
      'GET /api/organiser': { status: 200, body: { name: 'Anneke' } },
      'GET /api/trajectories': { status: 200, body: { organisers: [], trajectories: [] } },
      'GET /api/sessions': { status: 200, body: { sessions: [session], storage_full: false, seats_max: 30 } },
      'POST /api/sessions/s1/retention': { status: 204 },
    }
    await open('#/sessions/s1')
    expect(text()).toContain('Bewaard tot 24 november 2027.')
    await press('Kies een andere dag')
    await type('Bewaar tot en met', '2020-01-01')
    await press('Bewaar deze dag')
    expect(text()).toContain('Kies een dag vanaf morgen')
    expect(asked.some(({ route: to }) => to === 'POST /api/sessions/s1/retention')).toBe(false)
    const day = dayAfter(Date.now(), 40)
    await type('Bewaar tot en met', day)
    await press('Bewaar deze dag')
    expect(asked).toContainEqual({ route: 'POST /api/sessions/s1/retention', body: { retained_until: day } })
    expect(text()).not.toContain('Hoe lang bewaren we dit?')
  })

  it('asks for a new day when that of a file has passed, before anything is brought in', async () => {
    const day = dayAfter(Date.now(), 365)
    answers = {
      'GET /api/organiser': { status: 200, body: { name: 'Anneke' } },
      'GET /api/trajectories': { status: 200, body: { organisers: [], trajectories: [] } },
      'GET /api/sessions': { status: 200, body: { sessions: [], storage_full: false, seats_max: 30 } },
      'POST /api/sessions/import': {
        status: 409,
        body: { error: 'retention_over', retained_until: '2025-11-28' },
      },
      [`POST /api/sessions/import?retained_until=${day}`]: { status: 201, body: { id: 's2' } },
    }
    await open('#/sessions')
    await press('Inlezen')
    const input = document.querySelector('input[type=file]') as HTMLInputElement
    Object.defineProperty(input, 'files', { value: [new File(['{}'], 'sessie.json')] })
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await settle()
    await press('Lees in')
    await settle()
    expect(text()).toContain('Deze sessie mocht bewaard blijven tot 28 november 2025.')
    await press('Lees in')
    await settle()
    expect(location.hash).toBe('#/sessions/s2')
  })

  it('makes an account only with a passphrase that was typed twice', async () => {
    answers = {
      'POST /api/setup': { status: 201, body: { name: 'Anneke' } },
      'GET /api/trajectories': { status: 200, body: noTrajectories },
      'GET /api/sessions': { status: 200, body: { sessions: [], storage_full: false, seats_max: 30 } },
    }
    await open('#setup=abc')
    await type('Je naam', 'Anneke')
    await type('Wachtzin', 'vier gewone woorden')
    await press('Maak account')
    expect(text()).toContain('Dit is niet dezelfde wachtzin.')
    expect(asked).toEqual([])

    await type('Wachtzin nog een keer', 'vier gewone woorden')
    await press('Maak account')
    expect(asked[0]).toEqual({
      route: 'POST /api/setup',
      body: { secret: 'abc', name: 'Anneke', passphrase: 'vier gewone woorden' },
    })
  })
})
