import { expect, test } from 'vitest'
import { idea, me, myIdea, round, session, testRoom, vote } from '../test-room.ts'
import { ideasView } from './ideas-view.ts'

test('What is on its way stands above what has arrived, each with its state', () => {
  const room = testRoom(
    [session, round('ideas'), me(), myIdea(1, 'oud'), myIdea(5, 'nieuw')],
    [
      { n: 8, op: 'submit_idea', args: { text: 'verstuurd', explanation: '' }, state: 'sent' },
      { n: 9, op: 'submit_idea', args: { text: 'bewaard', explanation: '' }, state: 'kept' },
    ],
  )
  const view = ideasView(room)
  expect(view.mine.map(({ text, state }) => [text, state])).toEqual([
    ['bewaard', 'kept'],
    ['verstuurd', 'sent'],
    ['nieuw', 'received'],
    ['oud', 'received'],
  ])
  expect(view.kept).toBe(1)
  expect(view.mine[0]?.edit).toBeUndefined()
  expect(view.mine[2]?.edit).toBeDefined()
})

test('An edit shows at once, a withdrawal too, and a withdrawn idea can come back', () => {
  const room = testRoom(
    [
      session,
      round('ideas'),
      me(),
      myIdea(1, 'bank'),
      myIdea(2, 'boom'),
      myIdea(3, 'vijver', { status: 'withdrawn' }),
    ],
    [
      { n: 1, op: 'edit_idea', args: { idea: 1, text: 'tafel', explanation: '' }, state: 'sent' },
      { n: 2, op: 'withdraw_idea', args: { idea: 2 }, state: 'kept' },
    ],
  )
  const [third, second, first] = ideasView(room).mine
  expect(first).toMatchObject({ text: 'tafel', state: 'sent' })
  expect(second).toMatchObject({ text: 'boom', state: 'withdrawn' })
  expect(second?.withdraw).toBeUndefined()
  expect(third?.edit).toBeUndefined()
  void third?.restore?.()
  expect(room.send).toHaveBeenCalledWith('restore_idea', { idea: 3 })
})

test('A hint is about the newest idea, and names only ideas that this phone may see', () => {
  const room = testRoom([
    session,
    round('ideas', { ideas_shared: true, hints_allowed: true }),
    me(),
    idea(1, 'Bankje bij de poort'),
    idea(2, 'Verborgen', { status: 'hidden' }),
    idea(5, 'Bankje bij de vijver'),
    myIdea(5, 'Bankje bij de vijver'),
  ])
  expect(ideasView(room).hint).toBeUndefined()
  room.hint.value = { type: 'hint', idea: 5, like: [1, 2, 9] }
  expect(ideasView(room).hint?.texts).toEqual(['Bankje bij de poort'])
  ideasView(room).hint?.dismiss()
  expect(room.dismissHint).toHaveBeenCalled()
  room.hint.value = { type: 'hint', idea: 4, like: [1] }
  expect(ideasView(room).hint).toBeUndefined()
})

test('While people vote, and after the end, nothing is changed', () => {
  const own = [me(), myIdea(1, 'bank'), myIdea(2, 'boom', { status: 'withdrawn' })]
  for (const records of [
    [session, round('vote'), vote(), ...own],
    [{ ...session, status: 'ended' as const }, round('close'), ...own],
  ]) {
    for (const found of ideasView(testRoom(records)).mine) {
      expect(found.edit).toBeUndefined()
      expect(found.withdraw).toBeUndefined()
      expect(found.restore).toBeUndefined()
    }
  }
})

test('Ideas of others are absent while everybody writes silently', () => {
  const records = [session, idea(1, 'een'), idea(2, 'twee'), me(), myIdea(2, 'twee')]
  expect(ideasView(testRoom([...records, round('ideas')])).shared).toBeUndefined()
  const { shared } = ideasView(testRoom([...records, round('ideas', { ideas_shared: true })]))
  expect(shared?.map(({ text, mine }) => [text, mine])).toEqual([
    ['twee', true],
    ['een', false],
  ])
})

test('Sending trims the text and works outside the round too', () => {
  const room = testRoom([session, round('vote'), me()])
  const view = ideasView(room)
  expect(view.open).toBe(false)
  const kept = () => {}
  void view.submit({ text: '  bank ', explanation: ' \n' }, kept)
  expect(room.send).toHaveBeenCalledWith('submit_idea', { text: 'bank', explanation: '' }, kept)
})

test('Before the server said anything ideas can be written and what is kept is shown', () => {
  const room = testRoom(
    [],
    [{ n: 1, op: 'submit_idea', args: { text: 'a', explanation: '' }, state: 'kept' }],
  )
  room.status.value = 'offline'
  const view = ideasView(room)
  expect(view).toMatchObject({ open: true, offline: true, frame: undefined, kept: 1 })
})
