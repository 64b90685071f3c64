import { expect, test } from 'vitest'
import { group, me, myIdea, round, session, testRoom, top, waiting } from '../test-room.ts'
import { ownConcerns, ownIdeas, ownParts, resultPage } from './results-view.ts'

const over = { ...session, status: 'ended' as const }
const rest = { ...group(2, 'Rust', 'B'), single: false }
const wall = { ...group(1, 'Een groene muur', 'A'), single: true }

test('The page has the result, the next step and until when it is kept', () => {
  const page = resultPage(
    testRoom([
      over,
      top([1, 2]),
      wall,
      rest,
      { type: 'closing', id: 0, next_step: { date: '2027-02-28', text: 'Kijken' } },
    ]),
  )
  expect(page.result?.places.map((entry) => entry?.title)).toEqual(['Idee 1', 'Idee 2'])
  expect(page.nextStep?.date).toBe('2027-02-28')
  expect([page.controller, page.retainedUntil]).toEqual(['Veldhoen', '2027-06-01'])
})

test('An own idea says what it became part of, and is corrected and erased', () => {
  const room = testRoom([
    over,
    round('close'),
    top([1, 2]),
    wall,
    rest,
    myIdea(1, 'Een groene muur', { group: 1 }),
    myIdea(2, 'Een bank', { group: 2 }),
  ])
  const [bench, green] = ownIdeas(room)
  expect(bench?.group).toEqual({ title: 'Idee 2', place: 2 })
  expect([bench?.givesTitle, green?.givesTitle]).toEqual([false, true])
  void bench?.correct?.(' Een stoel ', '')
  expect(room.send).toHaveBeenLastCalledWith('edit_idea', { idea: 2, text: 'Een stoel', explanation: '' })
  void green?.erase?.()
  expect(room.send).toHaveBeenLastCalledWith('withdraw_idea', { idea: 1 })
})

test('What was erased is not there; what was taken back or merged can only be erased', () => {
  const ideas = ownIdeas(
    testRoom([
      over,
      myIdea(1, '', { status: 'withdrawn' }),
      myIdea(2, 'Een bank', { status: 'withdrawn' }),
      myIdea(3, 'Een vijver', { status: 'merged' }),
    ]),
  )
  expect(ideas.map(({ id, correct, erase }) => [id, !!correct, !!erase])).toEqual([
    [3, false, true],
    [2, false, true],
  ])
})

test('What waits for a connection is shown as it will be, and not asked twice', () => {
  const erasing = testRoom([over, myIdea(1, 'Een bank')], [waiting('withdraw_idea', { idea: 1 })])
  expect(ownIdeas(erasing)[0]).toMatchObject({ going: true })
  expect(ownIdeas(erasing)[0]?.erase).toBeUndefined()
  const edit = waiting('edit_idea', { idea: 1, text: 'Een stoel', explanation: '' })
  expect(ownIdeas(testRoom([over, myIdea(1, 'Een bank')], [edit]))[0]?.text).toBe('Een stoel')
})

test('What somebody does is said with its idea, and taken back', () => {
  const room = testRoom([
    over,
    top([2]),
    rest,
    me({ commitments: [{ id: 4, candidate: 2, role: 'arrange', note: 'stoelen' }] }),
  ])
  const [part] = ownParts(room)
  expect(part).toMatchObject({ title: 'Idee 2', role: 'arrange', note: 'stoelen' })
  void part?.correct?.('banken')
  expect(room.send).toHaveBeenLastCalledWith('commit', { candidate: 2, role: 'arrange', note: 'banken' })
  void part?.erase?.()
  expect(room.send).toHaveBeenLastCalledWith('withdraw_commitment', { commitment: 4 })
})

test('A concern is said with its idea, and taken back; who found it fine has nothing to take back', () => {
  const concerns = [
    { candidate: 2, answer: 'worried', text: 'Wie snoeit?' },
    { candidate: 3, answer: 'fine', text: '' },
  ] as const
  const room = testRoom([over, top([2]), rest, me({ concerns: [...concerns] })])
  const [concern, ...others] = ownConcerns(room)
  expect(others).toEqual([])
  expect(concern).toMatchObject({ title: 'Idee 2', text: 'Wie snoeit?', going: false })
  void concern?.erase?.()
  expect(room.send).toHaveBeenLastCalledWith('answer_concern', { candidate: 2, answer: 'none', text: '' })
  const erasing = testRoom(
    [over, top([2]), rest, me({ concerns: [...concerns] })],
    [waiting('answer_concern', { candidate: 2, answer: 'none', text: '' })],
  )
  expect(ownConcerns(erasing)[0]).toMatchObject({ going: true })
})
