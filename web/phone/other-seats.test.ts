// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MeRecord } from '../shared/generated/record.ts'
import { LocalStorage } from '../shared/outbox-storage.ts'
import { FakeSocket } from '../shared/test-socket.ts'
import { guestsIn, keepGuest, letGo } from './guest-seats.ts'
import { sendForOthers } from './other-seats.ts'
import type { Seat } from './seats.ts'
import { writeStored } from './stored.ts'

const anna: Seat = { session: 's1', token: 'a'.repeat(64), title: 'Groen', retainedUntil: '2027-06-01', doors: [] }
const client = 'c'.repeat(32)

/** Also on a machine that does something else. */
const soon = (see: () => void) => vi.waitFor(see, { timeout: 10_000 })

let sockets: FakeSocket[]
let stop: (() => void) | undefined

/** What was sent as somebody, and what the outbox of that one still has. */
const outboxOf = (key: string) => new LocalStorage(`kiemkring.outbox.${key}`)
const waits = (key: string, text: string) =>
  outboxOf(key).update(() => ({
    client,
    next_n: 2,
    commands: [{ n: 1, op: 'submit_idea', args: { text, explanation: '', place: null, photo: null } }],
  }))
const settle = () => soon(() => expect(sockets.length).toBeGreaterThan(0))

const me: MeRecord = {
  type: 'me',
  id: 0,
  person: 2,
  name: 'Truus',
  organisation: '',
  role: '',
  removed: false,
  ready: false,
  votes: [],
  votes_left: 0,
  commitments: [],
  concerns: [],
  stars: 0,
  scores: [],
  contact: null,
}

function live(socket: FakeSocket, isRemoved = false) {
  socket.accept()
  socket.say({
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
  for (const audience of ['participant', 'me'] as const)
    socket.say({
      type: 'changes',
      audience,
      from: 0,
      to: 10,
      now: 1_000_000,
      put: audience === 'me' ? [{ ...me, removed: isRemoved }] : [],
      gone: [],
    })
}

beforeEach(() => {
  localStorage.clear()
  sockets = []
  // No IndexedDB here: outboxes stand in localStorage.
  vi.stubGlobal('indexedDB', undefined)
  vi.stubGlobal(
    'WebSocket',
    class extends FakeSocket {
      constructor() {
        super()
        sockets.push(this)
      }
    },
  )
  writeStored('seats', [anna])
})

afterEach(() => {
  stop?.()
  vi.unstubAllGlobals()
})

test('What a guest wrote goes out as the guest while the owner has the phone, and the guest stays', async () => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  await waits(truus.key ?? '', 'Van Truus')
  const gone = vi.fn()
  stop = sendForOthers(anna, false, gone)
  await settle()
  const [socket] = sockets as [FakeSocket]
  live(socket)
  await soon(() => expect(socket.numbers).toEqual([1]))
  expect(socket.hello.token).toBe(truus.token)
  expect(socket.closed).toBe(false)
  socket.say({ type: 'answer', n: 1, ok: true, id: 1 })
  await soon(() => expect(socket.closed).toBe(true))
  expect(gone).not.toHaveBeenCalled()
  expect(guestsIn('s1')).toHaveLength(1)
})

test('What the owner wrote goes out while a guest has the phone', async () => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  await waits(anna.session, 'Van Anna')
  stop = sendForOthers(truus, true, vi.fn())
  await settle()
  const [socket] = sockets as [FakeSocket]
  live(socket)
  await soon(() => expect(socket.numbers).toEqual([1]))
  expect(sockets.map(({ hello }) => hello.token)).toEqual([anna.token])
})

test.each([
  ['the session has ended', true, false],
  ['the lender takes the guest off', false, true],
])('A guest leaves the phone once all arrived, when %s', async (_why, ended, leaves) => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  await waits(truus.key ?? '', 'Van Truus')
  writeStored(`aside.${truus.key}.draft`, { text: 'Half', explanation: '' })
  if (leaves) letGo(truus)
  const gone = vi.fn()
  stop = sendForOthers(anna, ended, gone)
  await settle()
  const [socket] = sockets as [FakeSocket]
  live(socket)
  await soon(() => expect(socket.numbers).toEqual([1]))
  expect(guestsIn('s1')).toHaveLength(1)
  socket.say({ type: 'answer', n: 1, ok: true, id: 1 })
  await soon(() => expect(gone).toHaveBeenCalledWith('Truus'))
  const left = JSON.stringify({ ...localStorage })
  for (const trace of [truus.token, 'Half', 'Van Truus', client]) expect(left).not.toContain(trace)
})

test('A guest who was taken out of the session leaves the phone, whatever still waited', async () => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  await waits(truus.key ?? '', 'Van Truus')
  const gone = vi.fn()
  stop = sendForOthers(anna, false, gone)
  await settle()
  const [socket] = sockets as [FakeSocket]
  socket.accept()
  socket.drop(4004)
  await soon(() => expect(gone).toHaveBeenCalledWith('Truus'))
  expect(guestsIn('s1')).toEqual([])
})

test('A guest who comes back to hear of being taken out leaves the phone', async () => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  const gone = vi.fn()
  stop = sendForOthers(anna, false, gone)
  await settle()
  const [socket] = sockets as [FakeSocket]
  live(socket, true)
  await soon(() => expect(gone).toHaveBeenCalledWith('Truus'))
  expect(guestsIn('s1')).not.toContainEqual(expect.objectContaining({ token: truus.token }))
})
