import { expect, test, vi } from 'vitest'
import { otherPhoneOrigin, otherPhoneView } from './other-phone-view.ts'
import { session, testRoom } from './test-room.ts'
import { personOfAddress } from './seats.ts'

const person = { session: '0123456789abcdef', token: 'f'.repeat(64) }
const origin = 'http://192.168.1.20:8080'

test('The link holds the person where no server sees it, and reads back as the same person', () => {
  const link = new URL(otherPhoneView(person, origin, undefined).link)
  expect(link.origin + link.pathname + link.search).toBe(`${origin}/`)
  expect(personOfAddress(link.hash)).toEqual(person)
})

test('Without a clipboard there is nothing to copy with', () => {
  expect(otherPhoneView(person, origin, undefined).copy).toBeUndefined()
})

test('Copying says whether it worked', async () => {
  const writeText = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('denied'))
  const view = otherPhoneView(person, origin, { writeText })
  expect(await view.copy?.()).toBe(true)
  expect(writeText).toHaveBeenCalledWith(view.link)
  expect(await view.copy?.()).toBe(false)
})

test('While a session lasts another phone comes in where this one did; afterwards from everywhere', () => {
  vi.stubGlobal('location', { origin: 'http://192.168.1.7:9000' })
  expect(otherPhoneOrigin(testRoom([session]))).toBe('http://192.168.1.7:9000')
  const ended = testRoom([{ ...session, status: 'ended' }])
  expect(otherPhoneOrigin(ended)).toBe('http://kiemkring.test')
  ended.publicUrl.value = undefined
  expect(otherPhoneOrigin(ended)).toBe('http://192.168.1.7:9000')
  vi.unstubAllGlobals()
})
