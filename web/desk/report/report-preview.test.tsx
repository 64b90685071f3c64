// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '../../text/language.ts'
import { PapersPanel } from './papers-panel.tsx'
import { choiceFor, sessionSections } from './report-choice.ts'
import { ReportPreview } from './report-preview.tsx'
import { askAfterMs } from './use-look.ts'

/** Answers what was asked for, when the test lets it. */
let asked: { address: string; answer: (response: Response) => void; fail: () => void }[]

beforeEach(() => {
  vi.useFakeTimers()
  setLanguage('nl')
  asked = []
  vi.stubGlobal('fetch', (address: string) => {
    return new Promise<Response>((answer, fail) => asked.push({ address, answer, fail: () => fail(new TypeError('no line')) }))
  })
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)))
const says = () => document.body.textContent ?? ''
const again = () => [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('Probeer opnieuw'))
const page = () => document.querySelector('iframe')
const answer = async (response: Response) => {
  asked.at(-1)?.answer(response)
  await wait(0)
}
const show = (address: string) => act(() => render(<ReportPreview address={address} />, document.body))

async function opened(address: string) {
  show(address)
  const details = document.querySelector('details') as HTMLDetailsElement
  await act(async () => {
    details.open = true
    details.dispatchEvent(new Event('toggle'))
  })
  await wait(askAfterMs + 400)
}

it('A preview says that it is being made, and shows what came', async () => {
  await opened('/one')
  expect(says()).toContain('Het voorbeeld wordt gemaakt')
  await answer(new Response('<p>een</p>'))
  expect(says()).not.toContain('Het voorbeeld wordt gemaakt')
  expect(page()?.getAttribute('srcdoc')).toBe('<p>een</p>')
  expect(page()?.getAttribute('aria-busy')).toBe('false')
})

it('An older page is marked as one while another is made, and gone when that fails', async () => {
  await opened('/one')
  await answer(new Response('<p>een</p>'))
  show('/two')
  await wait(askAfterMs + 400)
  expect(says()).toContain('Het voorbeeld wordt gemaakt')
  expect(page()?.getAttribute('aria-busy')).toBe('true')
  await answer(new Response('', { status: 503 }))
  expect(page()).toBeNull()
  expect(says()).toContain('Het verslag kwam niet door.')
  await act(async () => again()?.click())
  await wait(askAfterMs + 400)
  expect(asked.map(({ address }) => address)).toEqual(['/one', '/two', '/two'])
  expect(says()).toContain('Het voorbeeld wordt gemaakt')
  await answer(new Response('<p>twee</p>'))
  expect(page()?.getAttribute('srcdoc')).toBe('<p>twee</p>')
  expect(again()).toBeUndefined()
})

it('A line that breaks is a failure too', async () => {
  await opened('/one')
  asked.at(-1)?.fail()
  await wait(0)
  expect(says()).toContain('Het verslag kwam niet door.')
  expect(again()).toBeDefined()
})

it('The example of a poster fails with a way to try again, and says for good why there can be none', async () => {
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one')
  const revoked = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
  const report = choiceFor(sessionSections, 'participants', 'nl')
  act(() => render(<PapersPanel session="s1" report={report} ended={false} />, document.body))
  await wait(askAfterMs + 400)
  expect(says()).toContain('Het voorbeeld wordt gemaakt')
  await answer(new Response('{"error":"busy"}', { status: 503 }))
  expect(says()).toContain('Het voorbeeld kwam niet door.')
  await act(async () => again()?.click())
  await wait(askAfterMs + 400)
  await answer(new Response('picture'))
  expect(document.querySelector('.papers__look img')?.getAttribute('src')).toBe('blob:one')
  expect(again()).toBeUndefined()
  act(() => render(<PapersPanel session="s2" report={report} ended={false} />, document.body))
  await wait(askAfterMs + 400)
  expect(document.querySelector('.papers__look img')?.getAttribute('aria-busy')).toBe('true')
  expect(revoked).not.toHaveBeenCalled()
  await answer(new Response('{"error":"no_address"}', { status: 409 }))
  expect(document.querySelector('.papers__look img')).toBeNull()
  expect(revoked).toHaveBeenCalledWith('blob:one')
  expect(says()).toContain('Daarom is er geen QR-code.')
  expect(again()).toBeUndefined()
  made.mockRestore()
  revoked.mockRestore()
})
