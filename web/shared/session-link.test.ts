import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MemoryStorage } from './outbox-storage.ts'
import { createSessionLink, type SessionLink } from './session-link.ts'
import { FakeSocket } from './test-socket.ts'

let sockets: FakeSocket[]
let storage: MemoryStorage
let open: SessionLink[]

const latest = () => sockets.at(-1) as FakeSocket
const settle = () => vi.advanceTimersByTimeAsync(0)
const idea = (text: string) => ({ text, explanation: '' })

async function createLink(): Promise<SessionLink> {
  const link = await createSessionLink({
    token: 'ab'.repeat(32),
    role: 'participant',
    storageKey: `test-${Math.random()}`,
    storage,
    random: () => 0.5,
    openSocket() {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
  })
  open.push(link)
  return link
}

function welcome(socket: FakeSocket, next_n: number, epoch = 'e1') {
  socket.accept()
  socket.say({
    type: 'welcome',
    protocol: 1,
    mode: 'snapshot',
    epoch,
    role: 'participant',
    person: 3,
    next_n,
    now: 1_000_000,
    public_url: 'http://kiemkring.test',
  })
}

function snapshot(socket: FakeSocket, to: number) {
  for (const audience of ['participant', 'me'] as const) {
    socket.say({ type: 'changes', audience, from: 0, to, now: 1_000_000, put: [], gone: [] })
  }
}

async function liveLink(next_n = 1) {
  const link = await createLink()
  welcome(latest(), next_n)
  snapshot(latest(), 10)
  await settle()
  return link
}

beforeEach(() => {
  vi.useFakeTimers()
  sockets = []
  storage = new MemoryStorage()
  open = []
})

afterEach(() => {
  for (const link of open) link.close()
  vi.useRealTimers()
})

test('The first hello has no past, the next one says what it has', async () => {
  await liveLink()
  expect(latest().hello).toMatchObject({ type: 'hello', protocol: 1, token: 'ab'.repeat(32) })
  expect(latest().hello.have).toBeUndefined()
  expect(latest().hello.client).toMatch(/^[0-9a-f]{32}$/)

  latest().drop()
  await vi.advanceTimersByTimeAsync(2_000)
  latest().accept()
  expect(latest().hello.have).toEqual({ audience: 10, me: 10 })
  expect(latest().hello.epoch).toBe('e1')
  expect(latest().hello.client).toBe(sockets[0]?.hello.client)
})

test('A gap in the changes opens the connection anew', async () => {
  const link = await liveLink()
  const before = latest()
  before.say({ type: 'changes', audience: 'me', from: 10, to: 11, now: 1, put: [], gone: [] })
  expect(link.status.value).toBe('live')
  before.say({ type: 'changes', audience: 'me', from: 12, to: 13, now: 1, put: [], gone: [] })
  expect(before.closed).toBe(true)
  await vi.advanceTimersByTimeAsync(1_000)
  latest().accept()
  expect(latest()).not.toBe(before)
  expect(latest().hello.have).toEqual({ audience: 10, me: 11 })
})

test('A command is answered once and then forgotten', async () => {
  const link = await liveLink()
  const outcome = link.send('submit_idea', idea('Een bank'))
  await settle()
  expect(latest().commands).toEqual([{ type: 'command', n: 1, op: 'submit_idea', args: idea('Een bank') }])
  expect(link.pending.value).toMatchObject([{ n: 1, state: 'sent' }])

  latest().say({ type: 'answer', n: 1, ok: true, id: 7 })
  expect(await outcome).toEqual({ ok: true, id: 7 })
  latest().say({ type: 'changes', audience: 'me', from: 10, to: 12, now: 1, put: [], gone: [] })
  expect(link.pending.value).toEqual([])
  expect((await storage.update((state) => state as never)).commands).toEqual([])
})

test('What waits stays shown between its answer and the changes, so that nothing flickers', async () => {
  const link = await liveLink()
  void link.send('cast_vote', { candidate: 4 })
  await settle()
  latest().say({ type: 'answer', n: 1, ok: true })
  expect(link.pending.value).toHaveLength(1)
  latest().say({ type: 'changes', audience: 'participant', from: 10, to: 11, now: 1, put: [], gone: [] })
  expect(link.pending.value).toHaveLength(1)
  latest().say({ type: 'changes', audience: 'me', from: 10, to: 11, now: 1, put: [], gone: [] })
  expect(link.pending.value).toEqual([])
})

test('After a lost connection unanswered commands go out again, in order and with their numbers', async () => {
  const link = await liveLink()
  const outcomes = [link.send('submit_idea', idea('a')), link.send('submit_idea', idea('b'))]
  await settle()
  latest().drop()
  expect(link.pending.value.map(({ state }) => state)).toEqual(['kept', 'kept'])
  outcomes.push(link.send('submit_idea', idea('c')))
  await vi.advanceTimersByTimeAsync(2_000)

  welcome(latest(), 2) // the first one had arrived, only its answer got lost
  await settle()
  expect(latest().numbers).toEqual([1, 2, 3])
  for (const n of [1, 2, 3]) latest().say({ type: 'answer', n, ok: true, id: n })
  expect(await Promise.all(outcomes)).toEqual([1, 2, 3].map((id) => ({ ok: true, id })))
})

test('Commands survive the page and keep the client and numbers', async () => {
  const first = await createLink()
  for (const text of ['a', 'b', 'c', 'd', 'e']) void first.send('submit_idea', idea(text))
  await settle()
  expect(first.pending.value).toHaveLength(5)
  first.close()

  const second = await createLink()
  expect(second.pending.value.map(({ args }) => args)).toEqual(['a', 'b', 'c', 'd', 'e'].map(idea))
  welcome(latest(), 1)
  await settle()
  expect(latest().numbers).toEqual([1, 2, 3, 4, 5])
  latest().say({ type: 'answer', n: 1, ok: true, id: 1 })
  latest().say({ type: 'answer', n: 2, ok: false, refusal: 'quota' })
  await settle()
  expect(second.refused.value).toMatchObject([{ n: 2, refusal: 'quota', args: idea('b') }])
  second.close()

  await createLink()
  welcome(latest(), 3)
  await settle()
  expect(latest().numbers).toEqual([3, 4, 5])
})

test('What is said for a seat on paper names it, also after a reload and under another number', async () => {
  const link = await liveLink()
  latest().drop()
  void link.send('cast_vote', { candidate: 4 }, undefined, 14)
  await settle()
  link.close()
  await createLink()
  await settle()
  welcome(latest(), 5)
  await settle()
  expect(latest().commands).toMatchObject([{ op: 'cast_vote', args: { candidate: 4 }, paper_seat: 14 }])
  expect(Object.keys(latest().commands[0] ?? {}).sort()).toEqual(['args', 'n', 'op', 'paper_seat', 'type'])
})

test('A full outbox goes out within the limit of the server', async () => {
  const link = await createLink()
  for (let i = 0; i < 30; i += 1) void link.send('submit_idea', idea(String(i)))
  await settle()
  welcome(latest(), 1)
  await settle()
  expect(latest().commands.length).toBeLessThanOrEqual(20)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(latest().numbers).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
})

test('Passing refusals are sent again later, with all that came after', async () => {
  const link = await liveLink()
  void link.send('submit_idea', idea('a'))
  void link.send('submit_idea', idea('b'))
  await settle()
  const details = { retry_after_ms: 700 }
  latest().say({ type: 'answer', n: 1, ok: false, refusal: 'rate_limited', passing: true, details })
  latest().say({
    type: 'answer',
    n: 2,
    ok: false,
    refusal: 'out_of_order',
    passing: true,
    details: { expected: 1 },
  })
  expect(link.pending.value).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(600)
  expect(latest().numbers).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(200)
  expect(latest().numbers).toEqual([1, 2, 1, 2])
})

test('A clock that is put back a day does not make what waits wait longer', async () => {
  const link = await liveLink()
  void link.send('submit_idea', idea('a'))
  await settle()
  const details = { retry_after_ms: 700 }
  latest().say({ type: 'answer', n: 1, ok: false, refusal: 'rate_limited', passing: true, details })
  vi.setSystemTime(Date.now() - 86_400_000)
  await vi.advanceTimersByTimeAsync(800)
  expect(latest().numbers).toEqual([1, 1])
})

test('A full disk of the server shows until it says otherwise, or is another server', async () => {
  const link = await liveLink()
  latest().say({ type: 'storage', full: true })
  expect(link.storageFull.value).toBe(true)
  latest().say({ type: 'storage', full: false })
  expect(link.storageFull.value).toBe(false)

  latest().say({ type: 'storage', full: true })
  latest().drop()
  await vi.advanceTimersByTimeAsync(2_000)
  latest().accept()
  expect(link.storageFull.value).toBe(true)
  welcome(latest(), 1)
  expect(link.storageFull.value).toBe(false)
})

test('That no facilitator is there shows until one is, or until the server is asked anew', async () => {
  const link = await liveLink()
  expect(link.away.value).toBe(false)
  latest().say({ type: 'away', away: true })
  expect(link.away.value).toBe(true)
  latest().say({ type: 'away', away: false })
  expect(link.away.value).toBe(false)

  latest().say({ type: 'away', away: true })
  latest().drop()
  await vi.advanceTimersByTimeAsync(2_000)
  latest().accept()
  welcome(latest(), 1)
  expect(link.away.value).toBe(false)
})

test('A server that lost its past gets what waits under the numbers that it expects', async () => {
  const link = await liveLink(1)
  for (const n of [1, 2, 3]) {
    void link.send('submit_idea', idea(String(n)))
    await settle()
    latest().say({ type: 'answer', n, ok: true, id: n })
  }
  await vi.advanceTimersByTimeAsync(500)
  latest().drop()
  void link.send('submit_idea', idea('new'))
  await vi.advanceTimersByTimeAsync(2_000)
  welcome(latest(), 2, 'e2')
  await settle()
  expect(latest().commands).toEqual([{ type: 'command', n: 2, op: 'submit_idea', args: idea('new') }])
  void link.send('submit_idea', idea('newer'))
  await settle()
  expect(latest().numbers).toEqual([2, 3])
})

test('An outbox that lost its past does not reuse a number', async () => {
  const link = await liveLink(9)
  void link.send('submit_idea', idea('a'))
  await settle()
  expect(latest().numbers).toEqual([9])
})

test('A number that has other content is given to the command anew', async () => {
  const link = await liveLink()
  const outcome = link.send('submit_idea', idea('a'))
  await settle()
  latest().say({ type: 'answer', n: 1, ok: false, refusal: 'n_reused' })
  await settle()
  expect(latest().numbers).toEqual([1, 2])
  latest().say({ type: 'answer', n: 2, ok: true, id: 5 })
  expect(await outcome).toEqual({ ok: true, id: 5 })
})

test('A replaced tab stays quiet until it is told to take over', async () => {
  const link = await liveLink()
  latest().drop(4009)
  expect(link.status.value).toBe('replaced')
  expect(await link.send('submit_idea', idea('a'))).toEqual({ ok: false, refusal: 'replaced' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sockets).toHaveLength(1)

  link.takeOver()
  await settle()
  expect(sockets).toHaveLength(2)
  welcome(latest(), 1)
  expect(link.status.value).toBe('live')
})

test.each([
  [4001, 'unknown_token'],
  [4003, 'failed'],
  [4004, 'removed'],
  [4010, 'deleted'],
  [1009, 'failed'],
])('Close code %i is final: %s', async (code, status) => {
  const link = await liveLink()
  latest().drop(code)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(link.status.value).toBe(status)
  expect(sockets).toHaveLength(1)
})

test.each([
  [1006, 2_000],
  [1012, 2_000],
  [1008, 10_000],
])('Close code %i comes back after %i ms', async (code, ms) => {
  await liveLink()
  latest().drop(code)
  await vi.advanceTimersByTimeAsync(ms - 1)
  expect(sockets).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(sockets).toHaveLength(2)
})

test('A connection that is never welcomed is given up after 5 s, and pauses grow to 8 s at most', async () => {
  const link = await createLink()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(sockets[0]?.closed).toBe(true)
  expect(link.status.value).toBe('offline')
  await vi.advanceTimersByTimeAsync(120_000)
  const tried = sockets.length
  await vi.advanceTimersByTimeAsync(13_000)
  expect(sockets.length).toBeGreaterThan(tried)
})

test('A quiet client beats, and takes 25 s of silence for a dead line', async () => {
  await liveLink()
  await vi.advanceTimersByTimeAsync(11_000)
  expect(latest().said.at(-1)).toEqual({ type: 'beat' })
  latest().say({ type: 'beat', now: 2 })
  await vi.advanceTimersByTimeAsync(24_000)
  expect(sockets).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(sockets).toHaveLength(2)
})

test('Time is counted on from the latest that the server told', async () => {
  const link = await liveLink()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(link.now()).toBe(1_004_000)
  latest().say({ type: 'beat', now: 2_000_000 })
  expect(link.now()).toBe(2_000_000)
})
