// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

interface Utterance {
  text: string
  lang: string
  voice: { name: string }
  onend?: () => void
  onerror?: () => void
}

const local = { lang: 'nl-NL', name: 'Claire', localService: true, default: false }
const elsewhere = { lang: 'en-GB', name: 'Far away', localService: false, default: true }

/** A device that speaks when told to go on. */
const device = {
  voices: [local, elsewhere],
  said: [] as Utterance[],
  cancelled: 0,
  onvoiceschanged: undefined as (() => void) | undefined,
  getVoices: () => device.voices,
  speak: (utterance: Utterance) => void device.said.push(utterance),
  cancel: () => {
    device.cancelled += 1
  },
}

let page: HTMLElement
const passages = [
  { key: 1, text: 'Een bank' },
  { key: 2, text: 'Een boom' },
]

async function open(language = 'nl') {
  vi.resetModules()
  const { setLanguage } = await import('../text/language.ts')
  const { ReadAloud } = await import('./read-aloud.tsx')
  const { reading } = await import('./aloud.ts')
  setLanguage('nl')
  act(() => render(<ReadAloud passages={passages} language={language} />, page))
  return reading
}

const button = () => page.querySelector('button')
const press = () => act(() => button()?.click())
const last = () => device.said.at(-1)

beforeEach(() => {
  Object.assign(device, { voices: [local, elsewhere], said: [], cancelled: 0 })
  vi.stubGlobal('speechSynthesis', device)
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  )
  page = document.createElement('div')
  document.body.append(page)
})

afterEach(() => {
  act(() => render(null, page))
  page.remove()
  vi.unstubAllGlobals()
})

it('Passages are read one after the other, in a voice of their language', async () => {
  const reading = await open()
  expect(button()?.textContent).toBe('Lees voor')
  press()
  expect(last()).toMatchObject({ text: 'Een bank', lang: 'nl-NL', voice: local })
  expect(reading.value?.key).toBe(1)
  expect(button()?.textContent).toBe('Stop')
  act(() => last()?.onend?.())
  expect(last()?.text).toBe('Een boom')
  expect(reading.value?.key).toBe(2)
  act(() => last()?.onend?.())
  expect(reading.value).toBeUndefined()
  expect(button()?.textContent).toBe('Lees voor')
})

it('It stops when told, and what ends late reads nothing more', async () => {
  await open()
  press()
  const first = last()
  press()
  expect(device.cancelled).toBeGreaterThan(0)
  act(() => first?.onend?.())
  expect(device.said).toHaveLength(1)
})

it.each([
  ['somebody types', () => document.body.dispatchEvent(new Event('input', { bubbles: true }))],
  ['the screen is left', () => render(null, page)],
  ['the voice fails', () => last()?.onerror?.()],
])('It stops when %s', async (_why, happens) => {
  const reading = await open()
  press()
  expect(reading.value).toBeDefined()
  act(happens)
  expect(reading.value).toBeUndefined()
})

it('The button is absent without a voice of this device for the language, and comes when one is found', async () => {
  await open('en')
  expect(button()).toBeNull()
  device.voices = [local, { ...elsewhere, localService: true }]
  act(() => device.onvoiceschanged?.())
  expect(button()?.textContent).toBe('Lees voor')
})

it('The button is absent where nothing can speak', async () => {
  vi.stubGlobal('speechSynthesis', undefined)
  await open()
  expect(button()).toBeNull()
})
