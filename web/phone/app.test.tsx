// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const anna = 'a'.repeat(64)
const bram = 'b'.repeat(64)
const held = { session: 's1', token: bram, title: 'Groen', retainedUntil: '2027-06-01', doors: ['q:geheim'] }

const typed = ['draft', 'refused', 'proposals', 'concerns', 'commit']

/** The photos that wait, each called after whose it is: there is no IndexedDB here. */
let kept: string[]
let wipe: (() => void) | undefined
let greeted: string[]
let close: () => void
let page: HTMLElement

/** A line on which nobody answers; the tokens that were shown on it are in `greeted`. */
class Line {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  constructor() {
    queueMicrotask(() => this.onopen?.())
  }
  send(text: string) {
    const { type, token } = JSON.parse(text)
    if (type === 'hello') greeted.push(token)
  }
  close() {}
}

const shown = (tokens: string[]) => vi.waitFor(() => expect(greeted).toEqual(tokens))
const says = (text: string) => vi.waitFor(() => expect(page.textContent).toContain(text))
const stored = (key: string) => JSON.parse(localStorage.getItem(`kiemkring.${key}`) ?? 'null')
const store = (key: string, value: unknown) => localStorage.setItem(`kiemkring.${key}`, JSON.stringify(value))

/** The page as a phone loads it: the state of its modules is that of a fresh page. */
async function open(hash: string) {
  vi.resetModules()
  vi.doMock('./photos/photo-storage.ts', () => ({
    openPhotoStorage: async () => ({
      all: async (of: string) => kept.filter((key) => key === `photo of ${of}`).map((key) => ({ key, photo: new Blob() })),
      remove: async (gone: string) => {
        kept = kept.filter((key) => key !== gone)
      },
    }),
  }))
  vi.doMock('./session-screen.tsx', async (original) => {
    const { SessionScreen } = await original<typeof import('./session-screen.tsx')>()
    return {
      SessionScreen: (props: Parameters<typeof SessionScreen>[0]) => {
        wipe = props.onWiped
        return <SessionScreen {...props} />
      },
    }
  })
  history.replaceState(null, '', `/${hash}`)
  const { render } = await import('preact')
  const { setLanguage } = await import('../text/language.ts')
  const { App } = await import('./app.tsx')
  setLanguage('nl')
  render(<App />, page)
  close = () => render(null, page)
}

function tap(name: string) {
  const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)
  button?.click()
}

/** The page begins anew, as `location.reload` does it. */
async function reloaded() {
  await vi.waitFor(() => expect(location.reload).toHaveBeenCalledOnce())
  close()
  await open('')
}

beforeEach(() => {
  vi.spyOn(location, 'reload').mockImplementation(() => {})
  kept = []
  wipe = undefined
  localStorage.clear()
  greeted = []
  vi.stubGlobal('WebSocket', Line)
  page = document.createElement('div')
  document.body.append(page)
})

afterEach(() => {
  close()
  page.remove()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('A personal link goes straight in as that person, is kept, and leaves the address', async () => {
  await open(`#m=s1.${anna}`)
  await shown([anna])
  expect(location.href).not.toContain(anna)
  expect(stored('seats')).toMatchObject([{ session: 's1', token: anna }])
  close()
  await open('')
  await shown([anna, anna])
})

test('A link that lacks something asks for a code, also where somebody is in', async () => {
  store('seats', [held])
  await open('#m=s1.abc')
  await says('Deze QR-code of link werkt niet meer.')
  expect(greeted).toEqual([])
  expect(stored('seats')).toEqual([held])
})

test('The link of the place that this phone has already just goes in', async () => {
  store('seats', [held])
  await open(`#m=s1.${bram}`)
  await shown([bram])
  expect(stored('seats')).toEqual([held])
})

test('Who has another place in the session keeps it unless it is said otherwise', async () => {
  store('seats', [held])
  await open(`#m=s1.${anna}`)
  await says('Op deze telefoon doet al iemand mee')
  expect(greeted).toEqual([])
  expect(location.href).not.toContain(anna)
  tap('Houd mijn plek')
  await shown([bram])
  expect(stored('seats')).toEqual([held])
})

test('Who goes on with the link takes nothing along that waited for the other', async () => {
  store('seats', [held])
  const waiting = { n: 1, op: 'cast_vote', args: { candidate: 2 } }
  store('outbox.s1', { client: 'c'.repeat(32), next_n: 2, commands: [waiting] })
  for (const what of typed) store(what, { text: 'Van Bram' })
  kept = ['photo of s1', 'photo of s2']
  await open(`#m=s1.${anna}`)
  await says('Op deze telefoon doet al iemand mee')
  tap('Ga verder met de link')
  await reloaded()
  await shown([anna])
  expect(stored('seats')).toMatchObject([{ session: 's1', token: anna, doors: ['q:geheim'] }])
  expect(stored('outbox.s1').commands).toEqual([])
  for (const what of typed) expect(stored(what)).toBeNull()
  expect(kept).toEqual(['photo of s2'])
})

test('Who borrows the phone keeps what they were typing when the place of its owner goes to somebody else', async () => {
  const guest = { ...held, token: 'd'.repeat(64), name: 'Truus', key: 's1~dddddddd' }
  store('seats', [held])
  store('guests', [guest])
  store('guest', guest)
  store('draft', { text: 'Van Truus' })
  store('aside..draft', { text: 'Van Bram' })
  await open(`#m=s1.${anna}`)
  await says('Op deze telefoon doet al iemand mee')
  tap('Ga verder met de link')
  await reloaded()
  // What the guest left waiting goes out besides, sooner or later.
  await vi.waitFor(() => expect(greeted[0]).toBe(anna))
  expect(stored('draft')).toBeNull()
  expect(stored(`aside.${guest.key}.draft`)).toMatchObject({ text: 'Van Truus' })
  expect(JSON.stringify({ ...localStorage })).not.toContain('Van Bram')
})

test('Wiping the phone takes the photos of everybody who used it', async () => {
  store('seats', [held])
  store('guests', [{ ...held, token: 'd'.repeat(64), name: 'Truus', key: 's1~dddddddd' }])
  kept = ['photo of s1', 'photo of s1~dddddddd', 'photo of s2']
  await open('')
  await shown([bram, 'd'.repeat(64)])
  const away = vi.spyOn(location, 'replace').mockImplementation(() => {})
  wipe?.()
  await vi.waitFor(() => expect(away).toHaveBeenCalledWith('/'))
  expect(kept).toEqual(['photo of s2'])
  expect(localStorage.length).toBe(0)
})
