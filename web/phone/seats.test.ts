// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { doorOfAddress, leadsSomewhere, personOfAddress, Seats } from './seats.ts'

const anna = { session: 's1', token: 'a'.repeat(64) }
const bram = { session: 's1', token: 'b'.repeat(64) }
const session = { title: 'Samen naar één groene plek', retained_until: '2027-06-01' }
const door = { secret: 'geheim' }

beforeEach(() => localStorage.clear())

test('A personal link names a session and a token', () => {
  expect(personOfAddress(`#m=8f3a.${anna.token}`)).toEqual({ session: '8f3a', token: anna.token })
})

test.each([
  ['nothing', '#m='],
  ['no token', '#m=8f3a'],
  ['an empty token', '#m=8f3a.'],
  ['a token cut short', `#m=8f3a.${anna.token.slice(1)}`],
  ['a token too long', `#m=8f3a.${anna.token}0`],
  ['other signs than of a token', `#m=8f3a.${'A'.repeat(64)}`],
  ['no session', `#m=.${anna.token}`],
  ['a session that is no name', `#m=8f/3a.${anna.token}`],
  ['something behind it', `#m=8f3a.${anna.token}&c=AB3D5F`],
  ['a door', `#q=8f3a.${anna.token}`],
])('A personal link with %s names nobody', (_what, hash) => {
  expect(personOfAddress(hash)).toBeUndefined()
})

test('An address leads somewhere when it names a door or a person, right or wrong', () => {
  for (const hash of ['#q=abc', '#c=AB3D5F', '#m=broken', `#m=s1.${anna.token}`])
    expect(leadsSomewhere(hash), hash).toBe(true)
  for (const hash of ['', '#', '#m=', '#q=', '#mij']) expect(leadsSomewhere(hash), hash).toBe(false)
  expect(doorOfAddress(`#m=s1.${anna.token}`)).toBeUndefined()
})

test('The person of a personal link is kept and is the latest', () => {
  new Seats().keep('s0', 'c'.repeat(64), session, door)
  new Seats().take(anna)
  expect(new Seats().latest()).toMatchObject({ ...anna, doors: [] })
  expect(new Seats().in('s0')).toBeDefined()
})

test('A personal link in a session where one has a place keeps the doors of that place', () => {
  new Seats().keep('s1', bram.token, session, door)
  new Seats().take(anna)
  const seats = new Seats()
  expect(seats.at(door)).toMatchObject(anna)
  expect(seats.tokenAt(door, session)).toBe(anna.token)
})

test('A scan of the room after a personal link shows the token of that person', () => {
  new Seats().take(anna)
  new Seats().learn('s1', session)
  expect(new Seats().latest()).toMatchObject({ title: session.title, retainedUntil: session.retained_until })
  expect(new Seats().tokenAt(door, session)).toBe(anna.token)
})

test('A session that this phone does not know is not learned', () => {
  new Seats().learn('s1', session)
  expect(new Seats().latest()).toBeUndefined()
})

test('A seat remembers which of its doors was a personal link, also when it finds another', () => {
  new Seats().keep('s1', bram.token, { ...session, personal: true }, { secret: 'vanbram' })
  new Seats().keep('s1', bram.token, { ...session, personal: false }, door)
  expect(new Seats().latest()).toMatchObject({ link: 'q:vanbram', doors: ['q:vanbram', 'q:geheim'] })
})
