// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ServerRecord } from '../../shared/generated/record.ts'
import { setLanguage } from '../../text/language.ts'
import { draft, emptyDraft } from '../ideas/drafts.ts'
import { me, round, session, testRoom } from '../test-room.ts'
import { ExploreScreen } from './explore-screen.tsx'

let page: HTMLElement
const plan: ServerRecord = { type: 'plan', id: 0, picture: 4, width: 400, height: 300, shown: false }
const room = testRoom([session, round('explore'), me(), plan])

beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }))
  setLanguage('nl')
  draft.value = emptyDraft
  page = document.createElement('div')
  document.body.append(page)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 320, 320))
})
afterEach(() => {
  act(() => render(null, page))
  page.remove()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const open = () => act(() => render(<ExploreScreen room={room} session="s1" />, page))
const button = (name: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
const press = (name: string) => act(() => button(name)?.click())
const tap = (clientX: number, clientY: number) => {
  const box = page.querySelector('.site-plan-box')
  const event = (kind: string) => new PointerEvent(kind, { pointerId: 1, clientX, clientY, bubbles: true })
  act(() => void box?.dispatchEvent(event('pointerdown')))
  act(() => void box?.dispatchEvent(event('pointerup')))
}

test('A tap brings the spot under the seed, and a second one puts it right', () => {
  open()
  tap(240, 160)
  press('Zet hier')
  const first = draft.value.place
  expect(first?.x).toBeGreaterThan(0.5)
  expect(first?.y).toBe(0.5)
  tap(100, 160)
  expect(draft.value.place?.x).toBeLessThan(first?.x ?? 0)
})

test('With a plan one can write without a spot, and give it one after all', async () => {
  open()
  press('Schrijf zonder plek')
  expect(page.querySelector('.site-plan-aim')).toBeNull()
  expect(page.querySelector('textarea')).not.toBeNull()
  act(() => {
    draft.value = { ...draft.value, text: 'Overal mag het stiller' }
  })
  press('Verstuur')
  await vi.waitFor(() => expect(room.send).toHaveBeenCalled())
  expect(room.send).toHaveBeenCalledWith(
    'submit_idea',
    { text: 'Overal mag het stiller', explanation: '' },
    expect.anything(),
  )

  act(() => {
    draft.value = { ...emptyDraft, text: 'Toch ergens' }
  })
  press('Zet op de plattegrond')
  expect(draft.value).toMatchObject({ text: 'Toch ergens', place: { x: 0.5, y: 0.5 } })
  expect(page.querySelector('.site-plan-aim')).not.toBeNull()
})

test('A text without a spot is there again after a reload', () => {
  draft.value = { ...emptyDraft, text: 'Half' }
  open()
  expect(page.querySelector('textarea')?.value).toBe('Half')
})
