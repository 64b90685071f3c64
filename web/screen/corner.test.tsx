// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { CornerSign } from './corner.tsx'
import { Lobby } from './lobby.tsx'
import { recordsOf, round, session } from './records-of.ts'
import type { Corner } from './screen-view.ts'

let page: HTMLElement

beforeEach(() => {
  page = document.createElement('div')
  document.body.append(page)
})
afterEach(() => {
  render(null, page)
  page.remove()
})

const corner = (locked: boolean): Corner => ({
  code: '7KM 4PX',
  link: 'https://kiemkring.example/#q=abc',
  address: 'kiemkring.example',
  locked,
})

test.each([
  ['nl', 'De deur is dicht. Klop aan:'],
  ['en', 'The door is closed. Knock:'],
] as const)('A locked door keeps the code and the QR of the late comer, in %s', (language, words) => {
  act(() => setLanguage(language))
  act(() => render(<CornerSign corner={corner(true)} now={0} />, page))
  expect(page.querySelector('.corner__says')?.textContent).toBe(words)
  expect(page.querySelector('.corner__code')?.textContent).toBe('7KM 4PX')
  expect(page.querySelector('.corner__qr')).not.toBeNull()
})

test('In the lobby, too, a locked door has a code to knock with', () => {
  act(() => setLanguage('nl'))
  const source = recordsOf([session({ door: 'locked' }), round('lobby')])
  act(() => render(<Lobby source={source} corner={corner(true)} />, page))
  expect(page.querySelector('.body')?.textContent).toBe(
    'De deur is dicht. Klop aan met je telefoon. Richt je camera op het blok. Of ga naar kiemkring.example en typ de code:',
  )
  expect(page.querySelector('.code')?.textContent).toBe('7KM 4PX')
})

test('At the close the corner leads to the result while something else stands on the screen', () => {
  act(() => setLanguage('nl'))
  act(() => render(<CornerSign results="https://kiemkring.example/#r=abc" now={0} />, page))
  expect(page.querySelector('.corner__result')?.textContent).toBe('De uitslag op je telefoon:')
  expect(page.querySelector('.corner__qr [aria-label="QR-code van de uitslag"]')).not.toBeNull()
})
