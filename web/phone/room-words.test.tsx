// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { RoomLanguage, RoomWords, type Translation } from './room-words.tsx'

let page: HTMLElement
beforeEach(() => {
  page = document.body.appendChild(document.createElement('main'))
})
afterEach(() => {
  render(null, page)
  page.remove()
  setLanguage('nl')
})

function lines(text: string, beside?: Translation) {
  act(() =>
    render(
      <RoomLanguage.Provider value="nl">
        <RoomWords beside={beside}>{text}</RoomWords>
      </RoomLanguage.Provider>,
      page,
    ),
  )
  return [...page.querySelectorAll('span[lang]')].map((span) => [span.getAttribute('lang'), span.textContent])
}

test('Words are in the language of the room', () => {
  expect(lines('Een bank')).toEqual([['nl', 'Een bank']])
})

test('Of two languages that of the phone stands first', () => {
  const english = { language: 'en', text: 'A bench' }
  expect(lines('Een bank', english)).toEqual([
    ['nl', 'Een bank'],
    ['en', 'A bench'],
  ])
  setLanguage('en')
  expect(lines('Een bank', english)[0]).toEqual(['en', 'A bench'])
})

test('What has the language of the room beside it was written in one that nobody told', () => {
  expect(lines('Ławka', { language: 'nl', text: 'Een bank' })).toEqual([
    ['nl', 'Een bank'],
    ['', 'Ławka'],
  ])
})
