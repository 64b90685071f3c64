// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ServerRecord } from '../../shared/generated/record.ts'
import { setLanguage } from '../../text/language.ts'
import { draft, emptyDraft } from '../ideas/drafts.ts'
import { me, round, session, testRoom } from '../test-room.ts'
import { PlaceField } from './place-field.tsx'

let page: HTMLElement
const plan: ServerRecord = { type: 'plan', id: 0, picture: 4, width: 400, height: 300, shown: false }

beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }))
  setLanguage('nl')
  draft.value = { ...emptyDraft, text: 'Een bank' }
  page = document.createElement('div')
  document.body.append(page)
})
afterEach(() => {
  act(() => render(null, page))
  page.remove()
  vi.unstubAllGlobals()
})

const show = (...records: ServerRecord[]) =>
  act(() => render(<PlaceField room={testRoom([session, round('ideas'), me(), ...records])} />, page))
const press = (name: string) =>
  act(() => [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)?.click())

test('In the round of ideas a place is set on the plan, moved by steps, and taken away', () => {
  show(plan)
  press('Zet op de plattegrond')
  press('←')
  press('Zet hier')
  expect(draft.value).toMatchObject({ text: 'Een bank', place: { y: 0.5 } })
  expect(draft.value.place?.x).toBeLessThan(0.5)
  expect(page.textContent).toContain('Op de plattegrond: In het midden')
  press('Verzet de pin')
  press('Toch niet')
  expect(draft.value.place).toBeDefined()
  press('Haal de pin weg')
  expect(draft.value).toEqual({ ...emptyDraft, text: 'Een bank' })
})

test('Without a plan there is nothing to set', () => {
  show()
  expect(page.textContent).toBe('')
})
