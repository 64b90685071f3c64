// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { forgetToken, pair } from './pairing.ts'

const paired = (session: string) =>
  vi.stubGlobal(
    'fetch',
    async () => new Response(JSON.stringify({ role: 'screen', session }), { status: 201 }),
  )

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

it('A big screen goes back to the session before when a rehearsal is erased, and nowhere when that is erased', async () => {
  paired('00000000000000aa')
  const real = await pair('secret')
  paired('00000000000000ab')
  await pair('another secret')
  expect(await pair(undefined)).toMatchObject({ session: '00000000000000ab' })
  expect(forgetToken(true)).toBe(true)
  expect(await pair(undefined)).toEqual(real)
  expect(forgetToken()).toBe(false)
  expect(await pair(undefined)).toEqual({ state: 'none' })
})

it('A big screen that is paired again with its session has nothing to go back to', async () => {
  paired('00000000000000aa')
  await pair('secret')
  await pair('another secret')
  expect(forgetToken(true)).toBe(false)
})
