// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLanguage } from '../../text/language.ts'
import { ReportHistory } from './report-history.tsx'

const hash = 'ab'.repeat(32)
const line = { number: 3, hash, made_at: Date.UTC(2026, 2, 12, 13), by: 'Anneke', readers: 'board', names: 'agreed', language: 'nl', format: 'pdf', parts: 'in_short' }
let answer: unknown

beforeEach(() => {
  setLanguage('nl')
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer), { status: 200 })))
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.unstubAllGlobals()
})

async function opened(): Promise<string> {
  act(() => render(<ReportHistory of="sessions" id="00000000000000ab" made={0} />, document.body))
  const details = document.querySelector('details') as HTMLDetailsElement
  await act(async () => {
    details.open = true
    details.dispatchEvent(new Event('toggle'))
  })
  for (let i = 0; i < 4; i += 1) await act(() => new Promise((resolve) => setTimeout(resolve)))
  return document.body.textContent ?? ''
}

it('a report that was made has its version, its readers, who made it and what changed since', async () => {
  answer = { reports: [{ ...line, changes: 3 }, { ...line, format: 'html', parts: 'summary', by: '', changes: 1 }, { ...line, format: 'docx', changes: 0 }] }
  const text = await opened()
  expect(text).toContain('Versie 3, 12 maart 2026')
  expect(text).toContain('voor bestuur, PDF, Nederlands, door Anneke')
  expect(text).toContain('3 veranderingen sinds dit verslag')
  expect(text).toContain('op één A4, HTML, Nederlands1 verandering sinds dit verslag')
  expect(text).toContain('Niets veranderd sinds dit verslag')
  expect(text).toContain('sha256 abababababababab…')
})

it('says so when there is none yet', async () => {
  answer = { reports: [] }
  expect(await opened()).toContain('Er is nog geen verslag gemaakt.')
})
