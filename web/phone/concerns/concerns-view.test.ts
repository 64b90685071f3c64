import { expect, test } from 'vitest'
import { group, me, proposal, round, session, testRoom, top, waiting } from '../test-room.ts'
import { concernsView } from './concerns-view.ts'

const records = [session, round('concerns'), group(2, 'Bomen', 'B'), group(1, 'Bankjes', 'A'), top([2, 1])]

test('Each idea of the top carries what I said of it and how many said what', () => {
  const view = concernsView(
    testRoom([
      ...records,
      me({ concerns: [{ candidate: 2, answer: 'worried', text: 'Water?' }] }),
      { type: 'moods', id: 0, ideas: [{ candidate: 2, fine: 7, worried: 2, open: 1 }] },
      proposal(1, { what: 'Vijf banken', in_money: 'no' }),
    ]),
  )
  expect(view.map(({ candidate, mine, text }) => [candidate, mine, text])).toEqual([
    [2, 'worried', 'Water?'],
    [1, 'none', ''],
  ])
  expect(view[0]).toMatchObject({ fine: 7, worried: 2 })
  expect(view[1]?.proposal?.in_money).toBe('no')
})

test('An answer shows before it is received, and the last one counts', () => {
  const room = testRoom(
    [...records, me()],
    [
      waiting('answer_concern', { candidate: 1, answer: 'worried', text: 'Duur' }, 'sent'),
      waiting('answer_concern', { candidate: 1, answer: 'fine', text: '' }),
    ],
  )
  expect(concernsView(room)[1]).toMatchObject({ mine: 'fine', text: '', kept: true })
})

test('Only a concern carries a word', () => {
  const room = testRoom([...records, me()])
  const [first] = concernsView(room)
  void first?.answer('worried', ' Wie geeft water? ')
  expect(room.send).toHaveBeenLastCalledWith('answer_concern', {
    candidate: 2,
    answer: 'worried',
    text: 'Wie geeft water?',
  })
  void first?.answer('fine', 'toch')
  expect(room.send).toHaveBeenLastCalledWith('answer_concern', { candidate: 2, answer: 'fine', text: '' })
})

test('Without a top there is nothing to say', () => {
  expect(concernsView(testRoom([session, round('concerns'), me()]))).toEqual([])
})
