// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MemoryStorage } from './outbox-storage.ts'
import { createSessionLink, type SessionLink } from './session-link.ts'
import { FakeSocket } from './test-socket.ts'

const day = 86_400_000
let sockets: FakeSocket[]
let link: SessionLink

const latest = () => sockets.at(-1) as FakeSocket
const beats = () => latest().said.filter(({ type }) => type === 'beat').length
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const answerBeat = () => latest().say({ type: 'beat', now: 1_000_000 })
/** The clock leaps; the time since the page began and the timers do not. */
const setClock = (ms: number) => vi.setSystemTime(Date.now() + ms)

function welcome() {
  latest().accept()
  latest().say({
    type: 'welcome',
    protocol: 1,
    mode: 'snapshot',
    epoch: 'e1',
    role: 'participant',
    person: 3,
    next_n: 1,
    now: 1_000_000,
    public_url: 'http://kiemkring.test',
  })
}

beforeEach(async () => {
  vi.useFakeTimers()
  sockets = []
  link = await createSessionLink({
    token: 'ab'.repeat(32),
    role: 'participant',
    storageKey: 'test',
    storage: new MemoryStorage(),
    random: () => 0.5,
    openSocket() {
      sockets.push(new FakeSocket())
      return latest()
    },
  })
  welcome()
  await pass(0)
})

afterEach(() => {
  link.close()
  vi.useRealTimers()
})

const signs: [what: string, give: () => void][] = [
  ['The page becomes visible', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['The page is shown again', () => window.dispatchEvent(new Event('pageshow'))],
  ['The device has a network', () => window.dispatchEvent(new Event('online'))],
]

test.each(signs)(
  '%s: the line is tried at once, and is dead when no answer comes within 12 s',
  async (_what, give) => {
    await pass(5_000)
    expect(beats()).toBe(0)
    give()
    expect(beats()).toBe(1)
    await pass(8_000)
    expect(sockets).toHaveLength(1)
    await pass(2_000)
    expect(sockets).toHaveLength(2)
  },
)

test.each(signs)('%s after more than 12 s of silence: a new line at once', async (_what, give) => {
  await pass(13_000)
  expect(sockets).toHaveLength(1)
  give()
  await pass(0)
  expect(sockets).toHaveLength(2)
})

test.each(signs)('%s while there is no line: one is opened without waiting', async (_what, give) => {
  latest().drop()
  expect(link.status.value).toBe('offline')
  give()
  await pass(0)
  expect(sockets).toHaveLength(2)
})

test('A page that is hidden does not try the line', async () => {
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(beats()).toBe(0)
  hidden.mockRestore()
})

test('The clock is put back a day: beats go on and a dead line is noticed', async () => {
  setClock(-day)
  await pass(11_000)
  expect(beats()).toBe(1)
  await pass(13_000)
  expect(sockets).toHaveLength(1)
  await pass(3_000)
  expect(sockets).toHaveLength(2)
})

test('The clock is put forward a day: the line is opened anew once, and then beats and is watched', async () => {
  setClock(day)
  await pass(3_000)
  expect(sockets).toHaveLength(2)
  welcome()
  await pass(11_000)
  expect(beats()).toBe(1)
  await pass(13_000)
  expect(sockets).toHaveLength(2)
  await pass(4_000)
  expect(sockets).toHaveLength(3)
})

test('The clock is put back a day: a line that answers stays', async () => {
  setClock(-day)
  for (let i = 0; i < 6; i += 1) {
    await pass(10_000)
    answerBeat()
  }
  expect(beats()).toBeGreaterThanOrEqual(5)
  expect(sockets).toHaveLength(1)
})

test('Sleep in which only the clock went on is silence: a new line at the next tick', async () => {
  await pass(1_000)
  setClock(60_000)
  expect(sockets).toHaveLength(1)
  await pass(2_000)
  expect(sockets).toHaveLength(2)
})

test('Sleep is noticed as soon as the page is shown again', async () => {
  setClock(60_000)
  window.dispatchEvent(new Event('pageshow'))
  await pass(0)
  expect(sockets).toHaveLength(2)
})

test('A line that speaks after the sleep is alive', async () => {
  setClock(60_000)
  answerBeat()
  window.dispatchEvent(new Event('pageshow'))
  await pass(3_000)
  expect(sockets).toHaveLength(1)
})

test('A clock that drifts a little is no sleep', async () => {
  for (let i = 0; i < 5; i += 1) {
    setClock(3_000)
    await pass(2_000)
  }
  expect(sockets).toHaveLength(1)
})
