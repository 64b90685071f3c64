// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { LinkQuestion, LinkReply } from '../shared/trajectory.ts'
import { type Language, setLanguage } from '../text/language.ts'
import { AnswerPage } from './answer-page.tsx'

const question: LinkQuestion = {
  place: 'De Vlinder',
  asked_by: 'Mirjam',
  name: 'Joost',
  what_for: 'ownership',
  goal: 'Een wilde strook',
  spot: 'Naast de weegbrug',
  owner_of_ground: 'Van Loon',
  maintainer: 'Kees',
  frequency: 'elke maand',
  ends_on: '2099-12-31',
  plan_ends_on: '',
  asked_on: '2026-11-28',
  ownership_note: '',
  upkeep_note: '',
  answer: 'asked',
  answered_on: '',
  reply_note: '',
  terms: '17',
  changed_since: false,
}

/** A server that shows `now` and takes answers to that alone; without `now` it is not reached. */
const server: { now: LinkQuestion | undefined; replies: LinkReply[] } = { now: question, replies: [] }

function answered(status: number, body: unknown) {
  return Promise.resolve(new Response(JSON.stringify(body), { status }))
}

const box = document.createElement('div')
const pressed = (label: string) =>
  act(async () => {
    const found = [...box.querySelectorAll<HTMLElement>('label, button')].find((one) => one.textContent?.trim() === label)
    if (!found) throw new Error(`no ${label}`)
    found.click()
    await new Promise((done) => setTimeout(done))
  })
const typed = (text: string) =>
  act(() => {
    const field = box.querySelector('textarea')
    if (!field) throw new Error('no field')
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
const fault = () => box.querySelector('.form-error')?.textContent

async function opened(language: Language) {
  setLanguage(language)
  act(() => render(<AnswerPage trajectory="00ff" secret="aa" />, box))
  await act(() => new Promise((done) => setTimeout(done)))
}

beforeEach(() => {
  render(null, box)
  document.body.replaceChildren(box)
  server.now = question
  server.replies = []
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    if (path === '/api/links') return server.now ? answered(200, server.now) : Promise.reject(new Error('offline'))
    const reply: LinkReply = JSON.parse(body)
    server.replies.push(reply)
    return reply.seen === '18' ? answered(200, { version: 9, entry: 3 }) : answered(409, { error: 'changed_meanwhile', field: 'seen' })
  })
})

it.each([
  ['nl', 'Ja', 'Stuur je antwoord', 'De afspraken hierboven zijn intussen veranderd.', 'Dank je. Je ja is bewaard.'],
  ['en', 'Yes', 'Send your answer', 'The agreement above was changed meanwhile.', 'Thank you. Your yes is kept.'],
] as const)('asks to read terms that changed meanwhile, and keeps what was typed (%s)', async (language, yes, send, changed, thanks) => {
  await opened(language)
  await pressed(yes)
  typed('Graag!')
  server.now = { ...question, spot: 'Bij de vaart', terms: '18' }
  await pressed(send)
  expect(fault()).toContain(changed)
  expect(box.textContent).toContain('Bij de vaart')
  expect(box.querySelector('textarea')?.value).toBe('Graag!')
  await pressed(send)
  expect(box.querySelector('.answer__thanks')?.textContent).toBe(thanks)
  expect(fault()).toBe('')
  expect(server.replies.map(({ seen, answer, reply_note }) => [seen, answer, reply_note])).toEqual([
    ['17', 'accepted', 'Graag!'],
    ['18', 'accepted', 'Graag!'],
  ])
  expect(server.replies[0]?.key).not.toBe(server.replies[1]?.key)
})

it('leaves what was typed where the terms of now cannot be had', async () => {
  await opened('nl')
  await pressed('Nee')
  typed('Liever niet.')
  server.now = undefined
  await pressed('Stuur je antwoord')
  expect(fault()).toContain('Probeer het nog eens')
  expect(box.querySelector('textarea')?.value).toBe('Liever niet.')
})
