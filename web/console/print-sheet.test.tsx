// @vitest-environment happy-dom
import { signal } from '@preact/signals'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { ConsoleContext, type ConsoleSession } from './console-session.ts'
import { aPicture, anAgenda, aRound } from './picture-fixture.ts'
import { PrintSheet } from './print-sheet.tsx'

beforeEach(() => {
  setLanguage('nl')
  vi.stubGlobal('print', () => {})
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.unstubAllGlobals()
})

/** The sheet, on a server that knows its address or not. */
function opened(publicUrl: string) {
  const invite = { type: 'invite', id: 0, code: '7KM4PX', secret: 'geheim' } as const
  const session = {
    picture: signal(aPicture({ invite, agenda: anAgenda([aRound(1, 'lobby', 'now', 10), aRound(2, 'ideas', 'ahead')]) })),
    link: { publicUrl: signal(publicUrl), now: () => 0 },
  } as unknown as ConsoleSession
  act(() =>
    render(
      <ConsoleContext.Provider value={session}>
        <PrintSheet onClose={() => {}} />
      </ConsoleContext.Provider>,
      document.body,
    ),
  )
}

const text = () => document.body.textContent ?? ''
const choose = (part: string) =>
  act(async () => [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(part))?.click())

it('says why there is no QR code when the server does not know its address, and does not tell people to scan one', async () => {
  opened('')
  expect(text()).toContain('Daarom komt er geen QR-code op, alleen de code.')
  await choose('Poster')
  expect(document.querySelector('.print-poster')?.textContent).toContain('7KM4PX')
  expect(text()).not.toContain('Scan de code')
})

it('has a QR code, and how to use it, when the address is known', async () => {
  opened('http://192.168.0.2:8080')
  expect(text()).not.toContain('geen QR-code')
  await choose('Poster')
  const poster = document.querySelector('.print-poster')?.textContent
  expect(poster).toContain('192.168.0.2:8080')
  expect(poster).toContain('Scan de code')
})

it('counts the running order from the time that is filled in', async () => {
  opened('')
  const field = document.querySelector<HTMLInputElement>('input[type=time]')
  expect(text()).toContain('Draaiboek: “Inloop” begint om')
  expect(field?.value).toMatch(/^\d\d:00$/)
  act(() => {
    if (field) field.value = '19:30'
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await choose('Draaiboek')
  const times = [...document.querySelectorAll('.print-agenda td:first-child')].map((cell) => cell.textContent)
  expect(times).toEqual(['19:30', '19:40'])
})
