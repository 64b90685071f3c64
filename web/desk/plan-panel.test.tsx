// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { PlanPanel } from './plan-panel.tsx'
import { organiser, trouble } from './store.ts'

type Answer = (reply: Response | TypeError) => void
let asked: Answer[]

beforeEach(() => {
  setLanguage('nl')
  vi.useFakeTimers()
  asked = []
  organiser.value = { name: 'Anneke' }
  trouble.value = undefined
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise<Response>((resolve, reject) =>
        asked.push((reply) => (reply instanceof Response ? resolve(reply) : reject(reply))),
      ),
  )
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const open = () => act(() => render(<PlanPanel session="s1" />, document.body))
const answer = (reply: Response | TypeError) =>
  act(async () => {
    asked.shift()?.(reply)
    await vi.advanceTimersByTimeAsync(10)
  })
const plan = (picture: number) => new Response(JSON.stringify({ picture, width: 800, height: 600 }))
const text = () => document.querySelector('section')?.textContent ?? ''
const again = () =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === 'Probeer opnieuw')

it('says that it is on its way, and then that there is none', async () => {
  open()
  await act(async () => void (await vi.advanceTimersByTimeAsync(400)))
  expect(text()).toContain('We halen de plattegrond op')
  await answer(plan(0))
  expect(text()).toContain('Er is nog geen plattegrond.')
  expect(text()).not.toContain('We halen')
  expect(text()).not.toContain('Weghalen')
})

it('says that it did not come, and asks once more', async () => {
  open()
  await answer(new TypeError('no network'))
  expect(text()).toContain('De plattegrond ophalen lukte niet.')
  expect(text()).not.toContain('Kies een plattegrond')
  await act(async () => again()?.click())
  await answer(new Response('{"error":"internal"}', { status: 500 }))
  expect(text()).toContain('De plattegrond ophalen lukte niet.')
  await act(async () => again()?.click())
  await answer(plan(7))
  expect(document.querySelector('img')?.getAttribute('src')).toBe('/api/pictures/7?size=large&session=s1')
  expect(text()).toContain('Kies een andere')
  expect(text()).toContain('Weghalen doe je op de tablet van de begeleider.')
  expect(again()).toBeUndefined()
})
