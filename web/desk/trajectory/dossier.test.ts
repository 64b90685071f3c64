// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskCommand, Entry, ListedEntry } from '../../shared/trajectory.ts'
import { setLanguage } from '../../text/language.ts'
import { organiser } from '../store.ts'
import { OpenDossier } from './dossier.ts'
import { emptyEntry } from './fields-view.ts'

/** A server of one trajectory: only the network is replaced. */
class Server {
  entries = new Map<number, ListedEntry>()
  takenAway = new Set<number>()
  version = 1
  run = 'a'
  asked: DeskCommand[] = []
  looks = 0
  answered = new Map<string, { version: number; entry: number }>()
  /** What befalls the next commands, one each. */
  mishaps: ('answer lost' | 'not reached' | 'logged out' | Promise<void>)[] = []
  isLoggedIn = true

  async fetch(path: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = String(path)
    if (!this.isLoggedIn) return answer(401, { error: 'no_token' })
    if (init?.method !== 'POST') {
      this.looks += 1
      if (init?.signal?.aborted) throw new TypeError('aborted')
      const version = Number(/after=(\d+)/.exec(url)?.[1] ?? 0)
      if (version === this.version) await until(init?.signal)
      return answer(200, this.shown())
    }
    const mishap = this.mishaps.shift()
    if (mishap === 'not reached') throw new TypeError('no network')
    if (mishap === 'logged out') {
      this.isLoggedIn = false
      return answer(401, { error: 'no_token' })
    }
    const command = JSON.parse(String(init.body)) as DeskCommand
    this.asked.push(command)
    const said = this.answered.get(command.key) ?? this.put(command)
    if (mishap instanceof Promise) await mishap
    if (mishap === 'answer lost') throw new TypeError('no network')
    return 'error' in said ? answer(422, said) : answer(200, said)
  }
  put({ key, op, args }: DeskCommand) {
    if (op !== 'put_entry') return { error: 'not_found', field: '' }
    if (args.id !== 0 && !this.entries.has(args.id) && !this.takenAway.has(args.id))
      return { error: 'not_found', field: '' }
    const entry = args.id || this.entries.size + this.takenAway.size + 1
    this.version += 1
    this.entries.set(entry, { id: entry, version: this.version, at: 0, by: 1, entry: args.now })
    const said = { version: this.version, entry }
    this.answered.set(key, said)
    return said
  }
  take(id: number, forGood = false): void {
    this.entries.delete(id)
    if (forGood) this.takenAway.delete(id)
    else this.takenAway.add(id)
    this.version += 1
  }
  shown() {
    return {
      id: '00ff',
      run: this.run,
      version: this.version,
      whole: true,
      progress: { step: 'green_date', outcome: 'running', reason: '', refund: 0 },
      missing: [],
      organisers: [],
      entries: [...this.entries.values()],
      gone: [],
      taken_away: [...this.takenAway],
      people_taken_away: [...this.takenAway],
      factors: [],
      happened: [],
    }
  }
  names(): string[] {
    return [...this.entries.values()].map(({ entry }) => ('name' in entry ? entry.name : ''))
  }
}
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const until = (signal?: AbortSignal | null) =>
  new Promise<void>((_, reject) => signal?.addEventListener('abort', () => reject(new TypeError('aborted'))))

let server: Server
let dossier: OpenDossier
let leaving: AbortController

async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}
async function open(): Promise<void> {
  leaving = new AbortController()
  void dossier.follow(leaving.signal)
  await pass()
}
const drafts = (name: string) =>
  Object.fromEntries(
    Object.entries(dossier.forms.value.get(name)?.drafts ?? {}).map(([field, { text }]) => [field, text]),
  )
function seen(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(async () => {
  vi.useFakeTimers()
  setLanguage('nl')
  server = new Server()
  vi.stubGlobal('fetch', (...told: Parameters<typeof fetch>) => server.fetch(...told))
  sessionStorage.clear()
  organiser.value = { name: 'Iris' }
  dossier = new OpenDossier('00ff')
  await open()
})
afterEach(() => {
  leaving.abort()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const company = (name: string): Entry => ({ ...emptyEntry('company'), name })

describe('A new entry at the desk', () => {
  it('is made once, also when its answer is lost and the button is pressed again', async () => {
    dossier.type('new-company', 'company', 0, 'name', 'Bakkerij')
    server.mishaps = ['answer lost', 'answer lost']
    await dossier.add('new-company')
    await dossier.add('new-company')
    await pass(5_000)
    expect(server.names()).toEqual(['Bakkerij'])
    expect(new Set(server.asked.map(({ key }) => key)).size).toBe(1)
    expect(dossier.forms.value.has('new-company')).toBe(false)
  })

  it('is made twice when it is added twice on purpose', async () => {
    for (let i = 0; i < 2; i += 1) {
      dossier.type('new-company', 'company', 0, 'name', 'Bakkerij')
      if (i === 0) server.mishaps = ['answer lost']
      await dossier.add('new-company')
      await pass(5_000)
    }
    expect(server.names()).toEqual(['Bakkerij', 'Bakkerij'])
  })

  it('keeps what is typed while it is on its way, and a second press adds no second one', async () => {
    dossier.type('new-company', 'company', 0, 'name', 'Bakkerij')
    let arrives = () => {}
    server.mishaps = [
      new Promise<void>((resolve) => {
        arrives = resolve
      }),
    ]
    const adding = dossier.add('new-company')
    await pass()
    dossier.type('new-company', 'company', 0, 'trade', 'brood')
    void dossier.add('new-company')
    arrives()
    await adding
    await pass(5_000)
    expect(server.names()).toEqual(['Bakkerij'])
    expect([...server.entries.values()][0]?.entry).toMatchObject({ name: 'Bakkerij', trade: 'brood' })
    expect(dossier.isUnsaved.value).toBe(false)
  })

  it('that was changed after a lost answer is the same one, changed', async () => {
    dossier.type('new-company', 'company', 0, 'name', 'Bakkerij')
    server.mishaps = ['answer lost', 'not reached', 'not reached']
    await dossier.add('new-company')
    dossier.type('new-company', 'company', 0, 'name', 'Bakkerij Van Veen')
    await pass(20_000)
    expect(server.names()).toEqual(['Bakkerij Van Veen'])
  })

  it('that was only typed is not added by a reload', async () => {
    dossier.type('new-company', 'company', 0, 'name', 'Bakkerij')
    leaving.abort()
    dossier = new OpenDossier('00ff')
    await open()
    await pass(20_000)
    expect(drafts('new-company')).toEqual({ name: 'Bakkerij' })
    expect(server.names()).toEqual([])
  })
})

describe('What somebody took away while it is typed in', () => {
  beforeEach(async () => {
    server.put({ key: 'x', op: 'put_entry', args: { id: 0, was: null, now: company('Noor') } } as DeskCommand)
    leaving.abort()
    dossier = new OpenDossier('00ff')
    await open()
    dossier.type('entry-1', 'company', 1, 'trade', 'bloemen')
  })
  const heard = async () => {
    leaving.abort()
    await open()
  }

  it('can be put back under its number', async () => {
    server.take(1)
    await heard()
    expect(dossier.forms.value.has('entry-1')).toBe(true)
    await dossier.putBack('entry-1')
    expect(server.entries.get(1)?.entry).toMatchObject({ name: 'Noor', trade: 'bloemen' })
  })

  it('is gone here too once it was erased for good, also when that was not known yet', async () => {
    server.take(1)
    await heard()
    server.take(1, true)
    await dossier.putBack('entry-1')
    await pass(10)
    expect(server.entries.size).toBe(0)
    expect(dossier.forms.value.has('entry-1')).toBe(false)
    expect(sessionStorage.length).toBe(0)
  })
})

describe('A backup that was put back', () => {
  it('has less than the desk: it is shown, and what was typed about what it does not know can be kept', async () => {
    server.put({ key: 'x', op: 'put_entry', args: { id: 0, was: null, now: company('Noor') } } as DeskCommand)
    leaving.abort()
    dossier = new OpenDossier('00ff')
    await open()
    dossier.type('entry-1', 'company', 1, 'trade', 'bloemen')
    leaving.abort()
    const restored = new Server()
    restored.run = 'b'
    server = restored
    await open()
    await pass(10_000)
    expect(dossier.wentBack.value).toBe(true)
    expect(dossier.shown.value?.entries.size).toBe(0)
    expect(drafts('entry-1')).toEqual({ trade: 'bloemen' })
    await dossier.putBack('entry-1')
    expect([...server.entries.values()].map(({ entry }) => entry)).toMatchObject([{ name: 'Noor', trade: 'bloemen' }])
    expect(dossier.forms.value.size).toBe(0)
  })
})

describe('A desk', () => {
  it('whose log-in is over asks nothing until it is there again, and then keeps what was typed', async () => {
    server.mishaps = ['logged out']
    dossier.type('place', 'place', 0, 'name', 'De Vlinder')
    await pass(1_500)
    expect(organiser.value).toBeNull()
    leaving.abort()
    const before = server.looks + server.asked.length
    await pass(60_000)
    expect(server.looks + server.asked.length).toBe(before)
    server.isLoggedIn = true
    organiser.value = { name: 'Iris' }
    await open()
    await pass(3_000)
    expect(server.names()).toEqual(['De Vlinder'])
  })

  it('that nobody sees holds no connection, and asks at once when it is shown', async () => {
    await pass(100)
    seen('hidden')
    const before = server.looks
    await pass(120_000)
    expect(server.looks).toBe(before)
    server.take(5)
    seen('visible')
    await pass()
    expect(dossier.shown.value?.version).toBe(2)
  })
})
