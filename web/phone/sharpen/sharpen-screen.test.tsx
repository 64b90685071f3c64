// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ServerRecord } from '../../shared/generated/record.ts'
import { setLanguage } from '../../text/language.ts'
import { group, idea, me, person, proposal, round, session, testRoom } from '../test-room.ts'
import { keepDraft } from './proposal-drafts.ts'
import { SharpenScreen } from './sharpen-screen.tsx'

let page: HTMLElement

beforeEach(() => {
  setLanguage('nl')
  page = document.createElement('div')
  document.body.append(page)
  keepDraft('s', 1, undefined)
})

afterEach(() => {
  render(null, page)
  page.remove()
})

const base: ServerRecord[] = [
  session,
  round('sharpen'),
  me(),
  person(3, 'Karin'),
  group(1, 'Pluktuin', 'A'),
  idea(1, 'aardbeien', { group: 1 }),
]

type Room = ReturnType<typeof testRoom>
let version = 1

/** What the server says next. */
function told(room: Room, ...put: ServerRecord[]) {
  act(() => {
    room.records.apply({
      type: 'changes',
      audience: 'participant',
      from: version,
      to: version + 1,
      now: 0,
      put,
      gone: [],
    })
    version += 1
  })
}

function open(room: Room) {
  version = 1
  act(() => render(<SharpenScreen room={room} session="s" later={null} />, page))
}

const button = (name: string) =>
  [...page.querySelectorAll('button')].find(
    (found) => found.getAttribute('aria-label') === name || found.textContent?.trim() === name,
  ) as HTMLButtonElement

const fields = () => [...page.querySelectorAll('textarea')]

function type(place: number, text: string) {
  const field = fields()[place] as HTMLTextAreaElement
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

const mine = (change = {}) => proposal(1, { by: 3, name: 'Karin', ...change })

test('Who takes a group writes at once, and saves on what was read', async () => {
  const room = testRoom(base)
  open(room)
  await act(async () => button('Wij maken dit voorstel: Pluktuin').click())
  expect(room.send).toHaveBeenCalledWith('take_proposal', { group: 1, taken: true })
  told(room, mine())
  act(() => type(0, 'Zes bakken\nmet kruiden'))
  await act(async () => button('Bewaar het voorstel').click())
  expect(room.send).toHaveBeenCalledWith('word_proposal', {
    group: 1,
    revision: 0,
    what: 'Zes bakken met kruiden',
    where: '',
    whom: '',
    in_time: 'unknown',
    in_money: 'unknown',
  })
})

test('What was typed is still there after the page was killed, and only on this session', async () => {
  const room = testRoom([...base, mine()])
  open(room)
  act(() => button('Begin met schrijven: Pluktuin').click())
  act(() => type(1, 'naast de fietsen'))
  render(null, page)
  expect(localStorage.getItem('kiemkring.proposals')).toContain('naast de fietsen')

  open(testRoom([...base, mine()]))
  expect(page.textContent).toContain('nog niet bewaard')
  act(() => button('Begin met schrijven: Pluktuin').click())
  expect(fields()[1]?.value).toBe('naast de fietsen')

  act(() => render(<SharpenScreen room={room} session="another" later={null} />, page))
  expect(fields()[1]?.value).toBe('')
})

test('What somebody else wrote meanwhile stands beside mine until I choose', async () => {
  const room = testRoom([...base, mine()])
  room.send.mockResolvedValueOnce({ ok: false, refusal: 'changed_meanwhile' } as never)
  open(room)
  act(() => button('Begin met schrijven: Pluktuin').click())
  act(() => type(0, 'Zes bakken'))
  await act(async () => button('Bewaar het voorstel').click())
  expect(page.querySelector('[role=alert]')?.textContent).toContain('veranderde dit net')
  expect(fields()[0]?.value).toBe('Zes bakken')

  told(room, mine({ what: 'Tien bakken', where: 'bij de poort', revision: 1 }))
  expect(fields().map(({ value }) => value)).toEqual(['Zes bakken', 'bij de poort', ''])
  expect(page.textContent).toContain('Tien bakken')
  expect(button('Bewaar het voorstel')).toBeUndefined()

  act(() => button('Houd wat ik typte').click())
  await act(async () => button('Bewaar het voorstel').click())
  expect(room.send).toHaveBeenLastCalledWith(
    'word_proposal',
    expect.objectContaining({ revision: 1, what: 'Zes bakken', where: 'bij de poort' }),
  )
})

test('Once it is received nothing is left to save, and the draft is gone', async () => {
  const room = testRoom([...base, mine()])
  open(room)
  act(() => button('Begin met schrijven: Pluktuin').click())
  act(() => type(0, 'Zes bakken'))
  await act(async () => button('Bewaar het voorstel').click())
  told(room, mine({ what: 'Zes bakken', revision: 1 }))
  expect(page.textContent).toContain('Iedereen kan het lezen')
  expect(button('Bewaar het voorstel').disabled).toBe(true)
  expect(localStorage.getItem('kiemkring.proposals')).toBe('{}')
})

test('Whether it fits goes with the tap, and what is typed waits for the button', async () => {
  const room = testRoom([...base, mine({ what: 'Bakken', revision: 1 })])
  open(room)
  act(() => button('Schrijf verder: Pluktuin').click())
  act(() => type(0, 'Zes bakken'))
  await act(async () => (page.querySelectorAll('input[type=radio]')[1] as HTMLInputElement).click())
  expect(room.send).toHaveBeenLastCalledWith(
    'word_proposal',
    expect.objectContaining({ revision: 1, what: 'Bakken', in_time: 'no', in_money: 'unknown' }),
  )
  told(room, mine({ what: 'Bakken', in_time: 'no', revision: 2 }))
  expect(fields()[0]?.value).toBe('Zes bakken')
  expect(page.textContent).toContain('Past niet binnen de tijd')
  await act(async () => button('Bewaar het voorstel').click())
  expect(room.send).toHaveBeenLastCalledWith(
    'word_proposal',
    expect.objectContaining({ revision: 2, what: 'Zes bakken', in_time: 'no' }),
  )
})

test('A group that somebody else took says who', async () => {
  const room = testRoom(base)
  room.send.mockResolvedValueOnce({ ok: false, refusal: 'being_sharpened', details: { name: 'Bo' } } as never)
  open(room)
  await act(async () => button('Wij maken dit voorstel: Pluktuin').click())
  expect(page.querySelector('[role=alert]')?.textContent).toBe('Bo werkt hier al aan.')
  expect(page.querySelector('form')).toBeNull()
})

test('Too long is said before it is sent', async () => {
  const room = testRoom([...base, mine()])
  open(room)
  act(() => button('Begin met schrijven: Pluktuin').click())
  act(() => type(2, 'a'.repeat(141)))
  await act(async () => button('Bewaar het voorstel').click())
  expect(room.send).not.toHaveBeenCalled()
  expect(page.textContent).toContain('hoogstens 140 tekens')
})

test('What I typed in a plan that is somebody else’s now can still be read and thrown away', () => {
  const room = testRoom([...base, person(4, 'Bo'), mine()])
  open(room)
  act(() => button('Begin met schrijven: Pluktuin').click())
  act(() => type(0, 'Zes bakken'))
  told(room, proposal(1, { by: 4, name: 'Bo' }))
  expect(page.textContent).toContain('nu van iemand anders')
  expect(button('Bewaar het voorstel')).toBeUndefined()
  act(() => button('Alle groepen').click())
  act(() => button('Bekijk wat je typte: Pluktuin').click())
  expect(fields()[0]?.value).toBe('Zes bakken')
  act(() => button('Gooi weg wat ik typte').click())
  expect(localStorage.getItem('kiemkring.proposals')).toBe('{}')
})
