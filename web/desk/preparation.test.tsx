// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { Preparation } from './preparation.tsx'
import { organiser, trouble } from './store.ts'

type Answer = (reply: Response | TypeError) => void
let asked: Answer[]

beforeEach(() => {
  setLanguage('nl')
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
  vi.unstubAllGlobals()
})

const answer = (reply: Response | TypeError) =>
  act(async () => {
    asked.shift()?.(reply)
    await new Promise((resolve) => setTimeout(resolve, 10))
  })
const text = () => document.body.textContent ?? ''
const ready = () => new Response(JSON.stringify({ wifi_name: 'De Grift', wifi_password: '', ideas: 3 }))

it('says that what was put ready did not come, and asks once more', async () => {
  act(() => render(<Preparation session="s1" />, document.body))
  await answer(new TypeError('no network'))
  expect(document.querySelector('[role=alert]')?.textContent).toBe('Ophalen wat er klaarstaat lukte niet.')
  await act(async () => document.querySelector('button')?.click())
  await answer(ready())
  expect(document.querySelector('[role=alert]')).toBeNull()
  expect(document.querySelector<HTMLInputElement>('[name=wifi_name]')?.value).toBe('De Grift')
  expect(text()).toContain('Er zijn al 3 ideeën in deze sessie.')
})
