// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { Stars } from './close/stars.tsx'
import { keepConcernDraft } from './concerns/concern-drafts.ts'
import { ConcernsScreen } from './concerns/concerns-screen.tsx'
import { PitchScreen } from './pitch/pitch-screen.tsx'
import { TableChoiceScreen } from './table/table-choice-screen.tsx'
import {
  group,
  idea,
  me,
  myIdea,
  person,
  proposal,
  round,
  session,
  testRoom,
  top,
  vote,
} from './test-room.ts'
import { VoteScreen } from './vote/vote-screen.tsx'
import { WarmUp } from './warm-up.tsx'

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

const show = (what: ComponentChild) => act(() => render(what, page))
const button = (name: string) =>
  [...page.querySelectorAll('button')].find(
    (found) => found.getAttribute('aria-label') === name || found.textContent?.trim() === name,
  ) as HTMLButtonElement
const radio = (name: string) =>
  [...page.querySelectorAll('input')].find(
    (found) => found.getAttribute('aria-label') === name || found.closest('label')?.textContent === name,
  ) as HTMLInputElement

const groups = [1, 2].flatMap((id) => [
  group(id, `Groep ${id}`, 'AB'[id - 1] ?? ''),
  idea(id, `idee ${id}`, { group: id }),
])

test('Whose idea is in the group that explains itself, is asked to say something', () => {
  const records = [session, round('pitch', { pitch: { group: 1, done: [] } }), me(), ...groups]
  show(<PitchScreen room={testRoom([...records, myIdea(2, 'idee 2', { group: 2 })])} later={null} />)
  expect(page.querySelector('h1')?.textContent).toBe('Groep 1')
  expect(page.textContent).not.toContain('vertel jij iets')
  show(<PitchScreen room={testRoom([...records, myIdea(1, 'idee 1', { group: 1 })])} later={null} />)
  expect(page.textContent).toContain('vertel jij iets')
})

test('First the table, then its choice', async () => {
  const room = testRoom([session, round('table_choice'), me(), person(3, 'Karin'), ...groups])
  show(<TableChoiceScreen room={room} later={null} />)
  expect(button('Kies: Groep 1')).toBeUndefined()
  await act(async () => button('Tafel 4').click())
  expect(room.send).toHaveBeenCalledWith('sit_at_table', { table: 4 })

  const seated = testRoom([
    session,
    round('table_choice'),
    me(),
    person(3, 'Karin', { table: 4 }),
    person(4, 'Anna', { table: 4 }),
    ...groups,
  ])
  seated.send.mockResolvedValueOnce({ ok: false, refusal: 'table_has_chosen' } as never)
  show(<TableChoiceScreen room={seated} later={null} />)
  expect(page.textContent).toContain('Je zit aan tafel 4 met Anna.')
  await act(async () => button('Kies: Groep 1').click())
  expect(seated.send).toHaveBeenCalledWith('choose_for_table', { table: 4, group: 1, chosen: true })
  expect(page.querySelector('[role=alert]')?.textContent).toContain('al drie')
})

test('A concern is counted at once and takes a word; a second press takes it back', async () => {
  keepConcernDraft('s', 1, undefined)
  const records = [session, round('concerns'), ...groups, top([1])]
  const room = testRoom([...records, me()])
  show(<ConcernsScreen room={room} session="s" later={null} />)
  await act(async () => button('Ik heb een zorg: Idee 1').click())
  expect(room.send).toHaveBeenCalledWith('answer_concern', { candidate: 1, answer: 'worried', text: '' })

  const worried = testRoom([...records, me({ concerns: [{ candidate: 1, answer: 'worried', text: '' }] })])
  show(<ConcernsScreen room={worried} session="s" later={null} />)
  const field = page.querySelector('textarea') as HTMLTextAreaElement
  await act(async () => {
    field.value = 'Wie geeft water?'
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(localStorage.getItem('kiemkring.concerns')).toContain('Wie geeft water?')
  await act(async () => button('Bewaar').click())
  expect(worried.send).toHaveBeenLastCalledWith('answer_concern', {
    candidate: 1,
    answer: 'worried',
    text: 'Wie geeft water?',
  })
  await act(async () => button('Ik heb een zorg: Idee 1').click())
  expect(worried.send).toHaveBeenLastCalledWith('answer_concern', { candidate: 1, answer: 'none', text: '' })
})

test('Stars say in words what they mean, and are gone with the session', async () => {
  const room = testRoom([session, round('close'), me()])
  show(<Stars room={room} />)
  await act(async () => radio('4 sterren: Goed').click())
  expect(room.send).toHaveBeenCalledWith('give_stars', { stars: 4 })
  show(<Stars room={testRoom([{ ...session, status: 'ended' }, round('close'), me()])} />)
  expect(page.textContent).toBe('')
})

test('The warm-up is one of eight with a word under each', async () => {
  const room = testRoom([session, round('lobby'), me(), person(3, 'Karin')])
  show(<WarmUp room={room} />)
  expect(page.querySelectorAll('input[type=radio]')).toHaveLength(8)
  await act(async () => radio('Egel').click())
  expect(room.send).toHaveBeenCalledWith('choose_symbol', { symbol: 'hedgehog' })
})

test('A candidate shows its proposal and what it does not fit in', () => {
  show(
    <VoteScreen
      room={testRoom([
        session,
        round('vote'),
        vote({ candidates: [1, 2] }),
        me(),
        ...groups,
        proposal(1, { what: 'Zes bakken', where: 'bij de poort', in_money: 'no' }),
      ])}
    />,
  )
  const [with_, without] = ['Groep 1', 'Groep 2'].map((title) =>
    [...page.querySelectorAll('.vote-row')].find((row) => row.textContent?.includes(title)),
  )
  expect(with_?.textContent).toContain('Zes bakken')
  expect(with_?.textContent).toContain('Past niet binnen het geld')
  expect(with_?.textContent).not.toContain('Past niet binnen de tijd')
  expect(without?.querySelector('.proposal')).toBeNull()
})
