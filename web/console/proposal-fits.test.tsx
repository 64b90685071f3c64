// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { ProposalFits } from './proposal-fits.tsx'
import type { ProposalCard } from './sharpen-view.ts'

let page: HTMLElement
beforeEach(() => {
  setLanguage('nl')
  page = document.createElement('div')
  document.body.append(page)
})
afterEach(() => {
  render(null, page)
  page.remove()
})

const card: ProposalCard = {
  id: 1,
  letter: 'A',
  color: 'moss' as ProposalCard['color'],
  title: 'Pluktuin',
  ideas: [],
  by: 0,
  byName: '',
  revision: 3,
  what: 'Zes bakken',
  where: '',
  whom: '',
  in_time: 'unknown',
  in_money: 'unknown',
  begun: true,
  unfit: false,
}
const show = (more: Partial<ProposalCard>) =>
  act(() => render(<ProposalFits card={{ ...card, ...more }} />, page))
const chips = () => [...page.querySelectorAll<HTMLInputElement>('input[type=radio]')]
const chosen = () => chips().map(({ checked }) => checked)
const tap = (place: number) => act(async () => chips()[place]?.click())

test('Two taps in a row go one after the other, each on top of the one before', async () => {
  const answers: ((ok: boolean) => void)[] = []
  const save = vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve)))
  show({ save })
  await tap(0)
  await tap(3)
  expect(save.mock.calls).toEqual([
    [3, expect.objectContaining({ what: 'Zes bakken', in_time: 'yes', in_money: 'unknown' })],
  ])
  expect(chosen()).toEqual([true, false, false, true])
  // The answer comes before the record.
  await act(async () => answers[0]?.(true))
  const both = { what: 'Zes bakken', in_time: 'yes', in_money: 'no' }
  await vi.waitFor(() => expect(save).toHaveBeenLastCalledWith(4, expect.objectContaining(both)))
  await act(async () => answers[1]?.(true))
  expect(chosen()).toEqual([true, false, false, true])
  show({ save, revision: 5, in_time: 'yes', in_money: 'no' })
  expect(chosen()).toEqual([true, false, false, true])
  // Undone.
  show({ save, revision: 6, in_time: 'yes' })
  expect(chosen()).toEqual([true, false, false, false])
})

test('What is refused does not stay chosen', async () => {
  show({ save: async () => false })
  await tap(1)
  await vi.waitFor(() => expect(chosen()).toEqual([false, false, false, false]))
})

test('Nothing to tap where nothing can be changed', () => {
  show({})
  expect(chips()).toEqual([])
})
