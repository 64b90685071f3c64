// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '../../text/language.ts'
import type { Seat } from '../seats.ts'
import { Farewell } from './results.tsx'

const seat: Seat = { session: 's1', token: 'a', title: 'Groen', retainedUntil: '2999-01-01', doors: ['q:geheim'] }

async function said(of: Seat): Promise<string> {
  act(() => render(<Farewell seat={of} erased={false} onLeave={() => {}} />, document.body))
  for (let i = 0; i < 3; i += 1) await act(() => new Promise((resolve) => setTimeout(resolve)))
  return document.body.textContent ?? ''
}

beforeEach(() => {
  setLanguage('nl')
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(JSON.stringify({ error: 'no_session' }), { status: 404 })),
  )
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.unstubAllGlobals()
})

it('A session behind whose QR there is nothing any more was erased', async () => {
  expect(await said(seat)).toContain('Deze sessie is gewist')
})

it('A used personal link proves nothing: the phone is not known, and it says what can be done', async () => {
  const text = await said({ ...seat, link: 'q:geheim' })
  expect(text).not.toContain('Deze sessie is gewist')
  expect(text).toContain('We kennen deze telefoon niet meer')
  expect(text).toContain('Je persoonlijke link werkt maar één keer.')
})

it('Who had a personal link and scanned the QR of the room as well is told what that says', async () => {
  expect(await said({ ...seat, link: 'q:vanmij', doors: ['q:vanmij', 'q:geheim'] })).toContain(
    'Deze sessie is gewist',
  )
})
