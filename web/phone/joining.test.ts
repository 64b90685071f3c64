// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { call, Invitation } from '../shared/http.ts'
import { Joining } from './joining.ts'
import { doorOfAddress, type Seat, Seats } from './seats.ts'

const invitation: Invitation = {
  title: 'Samen naar één groene plek',
  host: 'Veldhoen',
  controller: 'Veldhoen',
  retained_until: '2027-06-01',
  language: 'nl',
  state: 'open',
  seats_max: 30,
  rehearsal: false,
  personal: false,
  name: '',
}
const profile = { name: 'Karin', organisation: '', role: '' }

let asked: { route: string; body: Record<string, unknown> }[]
let answers: { ok: boolean; status?: number; error?: string; body?: unknown }[]
let seated: Seat[]

const ask = (async (route: string, body: Record<string, unknown>) => {
  asked.push({ route, body })
  return { status: 0, body: {}, ...(answers.shift() ?? { ok: false, error: 'offline' }) }
}) as unknown as typeof call

const settle = () => vi.advanceTimersByTimeAsync(0)
const joining = () => new Joining(ask, new Seats(), (seat) => seated.push(seat))

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  asked = []
  answers = []
  seated = []
})
afterEach(() => vi.useRealTimers())

test('A scanned link leads to the form and from there to a seat', async () => {
  const way = joining()
  answers = [
    { ok: true, body: invitation },
    { ok: true, body: { session: 's1', person: 4, name: 'Karin' } },
  ]
  way.start('#q=geheim')
  await settle()
  expect(way.state.value).toMatchObject({ at: 'form', busy: false })
  way.join(profile)
  expect(way.state.value).toMatchObject({ at: 'form', busy: true })
  await settle()
  expect(asked[1]).toMatchObject({ route: 'POST /api/join', body: { secret: 'geheim', name: 'Karin' } })
  expect(asked[1]?.body.token).toMatch(/^[0-9a-f]{64}$/)
  expect(seated).toMatchObject([{ session: 's1', title: invitation.title }])
})

test('A double tap asks once, and a lost answer is asked for with the same token', async () => {
  const way = joining()
  answers = [
    { ok: true, body: invitation },
    { ok: false, error: 'offline' },
  ]
  way.start('#q=geheim')
  await settle()
  way.join(profile)
  way.join(profile)
  await settle()
  expect(asked).toHaveLength(2)
  expect(way.state.value).toMatchObject({ at: 'form', problem: 'unreachable' })

  const again = joining()
  answers = [
    { ok: true, body: invitation },
    { ok: true, body: { session: 's1', person: 4, name: '' } },
  ]
  again.start('#q=geheim')
  await settle()
  again.join(profile)
  await settle()
  expect(asked[3]?.body.token).toBe(asked[1]?.body.token)
})

test('A second scan with a seat goes straight in', async () => {
  new Seats().keep('s1', 'token', invitation, { secret: 'geheim' })
  joining().start('#q=geheim')
  await settle()
  expect(asked).toEqual([])
  expect(seated).toHaveLength(1)
})

test('Another door of the same session is entered with the same token', async () => {
  new Seats().keep('s1', 'f'.repeat(64), invitation, { code: 'AB3D5F' })
  const way = joining()
  answers = [
    { ok: true, body: invitation },
    { ok: true, body: { session: 's1', person: 4, name: '' } },
  ]
  way.start('#q=geheim')
  await settle()
  way.join(profile)
  await settle()
  expect(asked[1]?.body.token).toBe('f'.repeat(64))
  expect(seated[0]?.doors).toEqual(['c:AB3D5F', 'q:geheim'])
})

test('A session made again with the same title and date is entered with a token of its own', async () => {
  const old = new Seats().keep('s1', 'f'.repeat(64), invitation, { code: 'AB3D5F' })
  const way = joining()
  answers = [
    { ok: true, body: invitation },
    { ok: false, status: 404, error: 'no_session' },
    { ok: true, body: { session: 's2', person: 1, name: 'Karin' } },
  ]
  way.start('#q=again')
  await settle()
  way.join(profile)
  await settle()
  expect(asked[1]?.body.token).toBe(old.token)
  expect(asked[2]?.body.token).toMatch(/^[0-9a-f]{64}$/)
  expect(asked[2]?.body.token).not.toBe(old.token)
  expect(seated).toMatchObject([{ session: 's2', token: asked[2]?.body.token, doors: ['q:again'] }])
  expect(new Seats().in('s1')).toEqual(old)
})

test('Its locked door is knocked on with that token too', async () => {
  new Seats().keep('s1', 'f'.repeat(64), invitation, { code: 'AB3D5F' })
  const way = joining()
  answers = [{ ok: true, body: { ...invitation, state: 'locked' } }]
  way.start('#q=again')
  await settle()
  answers = [
    { ok: false, status: 404, error: 'no_session' },
    { ok: true, status: 202, body: { state: 'waiting' } },
    { ok: true, body: { session: 's2', person: 1, name: 'Karin' } },
  ]
  way.knock(profile)
  await settle()
  expect(way.state.value).toMatchObject({ at: 'waiting', knock: 'heard' })
  await vi.advanceTimersByTimeAsync(6_000)
  expect(asked[3]?.body.token).toBe(asked[2]?.body.token)
  expect(seated).toMatchObject([{ session: 's2', token: asked[2]?.body.token }])
})

test('A door that refuses a token of nobody else is asked once', async () => {
  const way = joining()
  answers = [
    { ok: true, body: invitation },
    { ok: false, status: 404, error: 'no_session' },
  ]
  way.start('#q=geheim')
  await settle()
  way.join(profile)
  await settle()
  expect(asked).toHaveLength(2)
  expect(way.state.value).toMatchObject({ at: 'code', problem: 'wrong_link' })
})

test('A typed code is tidied; a wrong one says so', async () => {
  const way = joining()
  answers = [{ ok: false, error: 'no_session' }]
  way.start('')
  way.enterCode(' ab3-d5f ')
  await settle()
  expect(asked[0]?.body).toEqual({ code: 'AB3D5F' })
  expect(way.state.value).toEqual({ at: 'code', busy: false, problem: 'wrong_code' })
  way.enterCode('   ')
  expect(way.state.value).toMatchObject({ problem: 'empty' })
  expect(asked).toHaveLength(1)
})

test('A personal link that lacks something is as wrong as a wrong code', () => {
  const way = joining()
  way.start('#m=half')
  expect(way.state.value).toEqual({ at: 'code', busy: false, problem: 'wrong_link' })
  expect(asked).toEqual([])
})

test('Full while joining: waits, tries again by itself, gets in', async () => {
  const way = joining()
  answers = [
    { ok: true, body: invitation },
    { ok: false, error: 'session_full' },
  ]
  way.start('#c=AB3D5F')
  await settle()
  way.join(profile)
  await settle()
  expect(way.state.value).toMatchObject({ at: 'waiting', why: 'full' })
  answers = [{ ok: true, body: { session: 's1', person: 4, name: 'Karin' } }]
  await vi.advanceTimersByTimeAsync(15_000)
  expect(asked.map(({ route }) => route)).toEqual([
    'POST /api/invitation',
    'POST /api/join',
    'POST /api/join',
  ])
  expect(seated).toHaveLength(1)
})

test('Locked at the door: looks again by itself until it opens', async () => {
  const way = joining()
  answers = [
    { ok: true, body: { ...invitation, state: 'locked' } },
    { ok: true, body: { ...invitation, state: 'locked' } },
    { ok: true, body: invitation },
  ]
  way.start('#q=geheim')
  await settle()
  expect(way.state.value).toMatchObject({ at: 'waiting', why: 'locked' })
  await vi.advanceTimersByTimeAsync(15_000)
  expect(way.state.value).toMatchObject({ at: 'waiting', why: 'locked' })
  await vi.advanceTimersByTimeAsync(15_000)
  expect(way.state.value).toMatchObject({ at: 'form' })
})

test('An ended session is said, an unreachable server is tried again', async () => {
  const way = joining()
  way.start('#q=geheim')
  await settle()
  expect(way.state.value.at).toBe('unreachable')
  answers = [{ ok: true, body: { ...invitation, state: 'ended' } }]
  await vi.advanceTimersByTimeAsync(15_000)
  expect(way.state.value.at).toBe('results')
})

test('Without a connection a typed code and a name are tried again by themselves, as the page says', async () => {
  const way = joining()
  answers = [{ ok: false, error: 'offline' }]
  way.enterCode('ABC234')
  await settle()
  expect(way.state.value).toMatchObject({ at: 'code', problem: 'unreachable' })
  answers = [{ ok: true, body: invitation }, { ok: false, error: 'offline' }]
  await vi.advanceTimersByTimeAsync(16_000)
  expect(way.state.value).toMatchObject({ at: 'form', busy: false })
  way.join(profile)
  await settle()
  expect(way.state.value).toMatchObject({ at: 'form', problem: 'unreachable' })
  way.retyped({ ...profile, name: 'Karin V.' })
  answers = [{ ok: true, body: { session: 's1', person: 4, name: 'Karin V.' } }]
  await vi.advanceTimersByTimeAsync(16_000)
  expect(seated).toMatchObject([{ session: 's1' }])
  expect(asked.map(({ body }) => body.name)).toEqual([undefined, undefined, 'Karin', 'Karin V.'])
})

test('Another code does not wait for the one before it', async () => {
  const way = joining()
  answers = [{ ok: false, error: 'offline' }, { ok: false, error: 'no_session' }]
  way.enterCode('ABC234')
  await settle()
  way.enterCode('ABC235')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.map(({ body }) => body.code)).toEqual(['ABC234', 'ABC235'])
  expect(way.state.value).toMatchObject({ at: 'code', problem: 'wrong_code' })
})

test('The address names the door', () => {
  expect(doorOfAddress('#q=abc')).toEqual({ secret: 'abc' })
  expect(doorOfAddress('#c=ab%20c')).toEqual({ code: 'ABC' })
  expect(doorOfAddress('#mij')).toBeUndefined()
})

test('A locked door is knocked on until somebody lets one in, with the same token each time', async () => {
  const way = joining()
  answers = [{ ok: true, body: { ...invitation, state: 'locked' } }]
  way.start('#q=geheim')
  await settle()
  expect(way.state.value).toMatchObject({ at: 'waiting', why: 'locked' })

  answers = [
    { ok: true, status: 202, body: { state: 'waiting' } },
    { ok: false, error: 'offline' },
    { ok: true, body: { session: 's1', person: 4, name: 'Karin' } },
  ]
  way.knock(profile)
  way.knock(profile)
  await settle()
  expect(way.state.value).toMatchObject({ at: 'waiting', knock: 'heard' })
  await vi.advanceTimersByTimeAsync(6_000)
  expect(way.state.value).toMatchObject({ at: 'waiting', knock: 'unreachable' })
  await vi.advanceTimersByTimeAsync(6_000)
  expect(seated).toMatchObject([{ session: 's1' }])
  const tokens = asked.slice(1).map(({ route, body }) => [route, body.token])
  expect(new Set(tokens.map(([, token]) => token)).size).toBe(1)
  expect(tokens.map(([route]) => route)).toEqual(Array(3).fill('POST /api/knock'))
})

test('Who is turned away is told so, and comes in when the door opens', async () => {
  const way = joining()
  answers = [{ ok: true, body: { ...invitation, state: 'locked' } }]
  way.start('#q=geheim')
  await settle()
  answers = [
    { ok: false, status: 403, error: 'turned_away' },
    { ok: true, body: { session: 's1', person: 4, name: 'Karin' } },
  ]
  way.knock(profile)
  await settle()
  expect(way.state.value).toMatchObject({ at: 'waiting', why: 'locked', knock: 'turned_away' })
  await vi.advanceTimersByTimeAsync(16_000)
  expect(asked.at(-1)?.route).toBe('POST /api/join')
  expect(seated).toMatchObject([{ session: 's1' }])
})
