// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { become, forgetGuest, guestsIn, isLeaving, keepGuest, letGo, typedPhoto } from './guest-seats.ts'
import { type Seat, Seats } from './seats.ts'
import { readStored, writeStored } from './stored.ts'

const anna: Seat = {
  session: 's1',
  token: 'a'.repeat(64),
  title: 'Groen',
  retainedUntil: '2027-06-01',
  doors: ['q:geheim'],
}

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('location', { reload: vi.fn() })
  writeStored('seats', [anna])
})

test('Who borrows the phone has it until it is given back, also after a reload', () => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  become(anna, truus)
  expect(new Seats().latest()).toMatchObject({ session: 's1', token: truus.token, key: 's1~bbbbbbbb' })
  become(truus, undefined)
  expect(new Seats().latest()).toEqual(anna)
  expect(guestsIn('s1')).toEqual([truus])
  expect(guestsIn('s2')).toEqual([])
})

test('What one was typing is there again for that one, and never for the other', () => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  writeStored('draft', { text: 'Van Anna', explanation: '' })
  become(anna, truus)
  expect(readStored('draft')).toBeUndefined()
  writeStored('draft', { text: 'Van Truus', explanation: '' })
  become(truus, undefined)
  expect(readStored('draft')).toMatchObject({ text: 'Van Anna' })
  become(anna, truus)
  expect(readStored('draft')).toMatchObject({ text: 'Van Truus' })
})

test('The owner joining again elsewhere keeps what others may take up', () => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  become(anna, truus)
  const seats = new Seats()
  seats.learn('s1', { title: 'Groener', retained_until: '2027-06-01' })
  become(truus, undefined)
  expect(new Seats().latest()?.title).toBe('Groener')
  expect(guestsIn('s1')).toHaveLength(1)
})

test('Who is taken off the phone leaves nothing on it', () => {
  const truus = keepGuest(anna, 'b'.repeat(64), 'Truus')
  const piet = keepGuest(anna, 'c'.repeat(64), 'Piet')
  become(anna, truus)
  writeStored('draft', { text: 'Van Truus', explanation: '', photo: 'f'.repeat(32) })
  become(truus, undefined)
  expect(typedPhoto(truus.key)).toBe('f'.repeat(32))
  letGo(truus)
  expect([isLeaving(truus), isLeaving(piet)]).toEqual([true, false])
  forgetGuest(truus)
  expect(guestsIn('s1').map(({ name }) => name)).toEqual(['Piet'])
  expect(Object.values(localStorage).join()).not.toContain('Van Truus')
  expect(Object.values(localStorage).join()).not.toContain(truus.token)
  forgetGuest(piet)
  expect(localStorage.getItem('kiemkring.guests')).toBeNull()
})
