// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { allowClicker, listenToClicker } from './clicker.ts'

let stop: () => void
let taken: string[]
beforeEach(() => {
  localStorage.clear()
  taken = []
  document.body.innerHTML = `
    <button data-next disabled id="page">Volgende bladzijde</button>
    <button data-back id="before">Vorige bladzijde</button>
    <div inert><button data-next id="asleep">Onthul</button></div>
    <button data-next id="round">Volgende: Stemmen</button>
    <input id="field">`
  for (const button of document.querySelectorAll('button')) button.addEventListener('click', () => taken.push(button.id))
  stop = listenToClicker()
})
afterEach(() => stop())

const press = (key: string, on: Element = document.body, more = {}) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))

it('does nothing unless it was allowed on this tablet', () => {
  press('PageDown')
  expect(taken).toEqual([])
})

it('presses the first step that can be pressed, and the way back', () => {
  allowClicker(true)
  press('PageDown')
  press('PageUp')
  press('ArrowRight')
  expect(taken).toEqual(['round', 'before'])
  allowClicker(false)
  press('PageDown')
  expect(taken).toEqual(['round', 'before'])
})

it('waits while somebody types, while a key is held, and while a sheet is open', () => {
  allowClicker(true)
  press('PageDown', document.querySelector('#field') as Element)
  press('PageDown', document.body, { repeat: true })
  document.body.append(Object.assign(document.createElement('dialog'), { open: true }))
  press('PageDown')
  expect(taken).toEqual([])
})
