// @vitest-environment happy-dom
import { signal } from '@preact/signals'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outcome } from '../shared/session-link.ts'
import { setLanguage } from '../text/language.ts'
import type { HeaderView } from './header-view.ts'
import { Composer } from './ideas/composer.tsx'
import { draft, emptyDraft, refusedDrafts } from './ideas/drafts.ts'
import { type IdeasView, ideasView } from './ideas/ideas-view.ts'
import { AwayStrip, LaterStage } from './later-stages.tsx'
import { useShownRound } from './shown-round.ts'
import { me, round, session, testRoom, vote, group } from './test-room.ts'
import { VoteScreen } from './vote/vote-screen.tsx'

let page: HTMLElement

beforeEach(() => {
  setLanguage('nl')
  vi.useFakeTimers()
  page = document.createElement('div')
  document.body.append(page)
  draft.value = emptyDraft
  refusedDrafts.value = []
})

afterEach(() => {
  render(null, page)
  page.remove()
  vi.useRealTimers()
})

const button = (name: string) =>
  [...page.querySelectorAll('button')].find(
    (found) => found.getAttribute('aria-label') === name || found.textContent?.trim() === name,
  ) as HTMLButtonElement

function type(field: HTMLTextAreaElement, text: string) {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

function composer() {
  const sent: { text: string; kept: () => void; answer: (outcome: Outcome) => void }[] = []
  const view: IdeasView = {
    ...ideasView(testRoom([session, round('ideas'), me()])),
    submit: ({ text }, kept) => new Promise((answer) => sent.push({ text, kept, answer })),
  }
  act(() => render(<Composer view={view} label="Wat is jouw idee?" />, page))
  return { sent, field: page.querySelector('textarea') as HTMLTextAreaElement }
}

test('The text leaves the field only once it is safe, and a double tap is one idea', async () => {
  const { sent, field } = composer()
  await act(() => type(field, 'Een bank in de zon'))
  await act(() => button('Verstuur').click())
  await act(() => button('Verstuur').click())
  expect(sent).toHaveLength(1)
  expect(field.value).toBe('Een bank in de zon')

  await act(() => sent[0]?.kept())
  expect(field.value).toBe('')
  await act(() => button('Verstuur').click())
  expect(sent).toHaveLength(1)
  expect(page.textContent).not.toContain('Typ eerst je idee.')
})

test('An idea that the server does not take comes back with the reason', async () => {
  const { sent, field } = composer()
  await act(() => type(field, 'De driehonderdste'))
  await act(() => button('Verstuur').click())
  await act(() => sent[0]?.kept())
  await act(async () => sent[0]?.answer({ ok: false, refusal: 'quota' }))
  expect(refusedDrafts.value).toMatchObject([{ text: 'De driehonderdste' }])
  expect(refusedDrafts.value[0]?.reason).toBeTruthy()
})

test('Too long is said before it is sent', async () => {
  const { sent, field } = composer()
  await act(() => type(field, 'a'.repeat(143)))
  await act(() => button('Verstuur').click())
  expect(sent).toHaveLength(0)
  expect(page.textContent).toContain('3 tekens te veel')
})

test('What is written survives the page', async () => {
  const { field } = composer()
  await act(() => type(field, 'half idee'))
  expect(JSON.parse(localStorage.getItem('kiemkring.draft') ?? '{}').text).toBe('half idee')
})

const headerOf = (kind: HeaderView['kind'], number: number): HeaderView => ({
  round: number,
  kind,
  title: '',
  runoff: false,
  number,
  total: 8,
  timer: null,
  moving: undefined,
})

test('The screen follows the session, but not away from under a sentence', async () => {
  const current = signal<HeaderView>(headerOf('lobby', 1))
  function Follower() {
    const { shown, behind, follow } = useShownRound(current.value)
    return (
      <>
        <p>{shown?.kind}</p>
        <input />
        {behind && (
          <button type="button" onClick={follow}>
            Ga mee
          </button>
        )}
      </>
    )
  }
  act(() => render(<Follower />, page))
  const shown = () => page.querySelector('p')?.textContent
  await act(() => {
    current.value = headerOf('ideas', 2)
  })
  expect(shown()).toBe('ideas')

  const field = page.querySelector('input') as HTMLInputElement
  field.focus()
  field.value = 'Een ba'
  await act(() => {
    current.value = headerOf('group', 3)
  })
  expect(shown()).toBe('ideas')
  await act(() => button('Ga mee').click())
  expect(shown()).toBe('group')

  await act(() => {
    current.value = headerOf('vote', 4)
  })
  expect(shown()).toBe('group')
  field.value = '' // sent
  await act(() => {
    vi.advanceTimersByTime(400)
  })
  expect(shown()).toBe('vote')
})

test.each([
  'group',
  'vote',
  'tie',
  'top5',
  'commit',
  'talk',
  'break',
  'show',
  'pitch',
  'table_choice',
  'sharpen',
  'concerns',
  'close',
] as const)('In the round %s an idea can still be sent', (kind) => {
  const room = testRoom([session, round(kind), me()])
  act(() => render(<LaterStage room={room} session="s" view={headerOf(kind, 3)} />, page))
  expect(page.querySelector('details.later summary')?.textContent).toBe('Idee voor later')
})

test('A vote is a button that says which candidate, and is off when none are left', async () => {
  const room = testRoom([
    session,
    round('vote'),
    vote({ votes_per_person: 1 }),
    group(1, 'Bankjes', 'A'),
    group(2, 'Bomen', 'B'),
    group(3, 'Vijver', 'C'),
    me({ votes: [{ candidate: 2, votes: 1 }] }),
  ])
  act(() => render(<VoteScreen room={room} />, page))
  expect(button('Kies: Bankjes').disabled).toBe(true)
  expect(page.textContent).toContain('Je stemmen zijn op')
  await act(() => button('Gekozen: Bomen').click())
  expect(room.send).toHaveBeenCalledWith('retract_vote', { candidate: 2 })
})

test('A vote that came too late says so', async () => {
  const room = testRoom([session, round('vote'), vote(), group(1, 'Bankjes', 'A'), me()])
  room.send.mockResolvedValueOnce({ ok: false, refusal: 'vote_is_closed' } as never)
  act(() => render(<VoteScreen room={room} />, page))
  await act(async () => button('Kies: Bankjes').click())
  expect(page.querySelector('[role=alert]')?.textContent).toContain('te laat')
})

test('Who waits reads that no facilitator is there, until one is', async () => {
  const room = testRoom([session, round('lobby'), me()])
  act(() => render(<AwayStrip room={room} />, page))
  expect(page.textContent).toBe('')
  await act(() => {
    room.away.value = true
  })
  expect(page.textContent).toContain('De begeleider heeft even geen verbinding.')
  await act(() => {
    room.away.value = false
  })
  expect(page.textContent).toBe('')
})
