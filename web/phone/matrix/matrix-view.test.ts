import { expect, it } from 'vitest'
import { group, me, round, session, testRoom, waiting } from '../test-room.ts'
import { scoreView } from './matrix-view.ts'

const matrix = {
  type: 'matrix' as const,
  id: 0,
  scale: 'points' as const,
  subjects: [
    { group: 3, about: 'Schaduw', verdict: null, note: '' },
    { group: 1, about: '', verdict: null, note: '' },
  ],
  criteria: [
    { name: 'Geld', question: 'Is er geld?' },
    { name: 'Tijd', question: '' },
  ],
  closed: false,
  answered: 0,
  seats: 2,
  waiting: null,
  cells: [],
}
const groups = [group(3, 'Bomen', 'C'), group(1, 'Een bankje', 'A')]

it('shows what I gave, with what still waits on this phone', () => {
  const mine = me({ scores: [{ group: 3, criterion: 0, score: 4 }] })
  const room = testRoom(
    [session, round('assess'), mine, matrix, ...groups],
    [waiting('give_score', { group: 1, criterion: 1, score: 2 })],
  )
  const view = scoreView(room)
  expect(view?.subjects.map(({ letter, title }) => `${letter} ${title}`)).toEqual(['C Bomen', 'A Een bankje'])
  expect(view?.subjects[0]?.cells.map(({ mine }) => mine)).toEqual([4, 0])
  expect(view?.subjects[1]?.cells[1]).toMatchObject({ mine: 2, kept: true, counts: undefined })
  expect(view).toMatchObject({ filled: 2, cells: 4, kept: 1 })
})

it('takes a score back by the same press', () => {
  const mine = me({ scores: [{ group: 3, criterion: 0, score: 4 }] })
  const room = testRoom([session, round('assess'), mine, matrix, ...groups])
  const cell = scoreView(room)?.subjects[0]?.cells[0]
  cell?.give?.(4)
  cell?.give?.(5)
  expect(room.send.mock.calls).toEqual([
    ['give_score', { group: 3, criterion: 0, score: 0 }],
    ['give_score', { group: 3, criterion: 0, score: 5 }],
  ])
})

it('has what the group gave, and nothing to give, once it is closed', () => {
  const cells = [{ group: 3, criterion: 0, counts: [0, 1, 0, 0, 1] }]
  const room = testRoom([session, round('assess'), me(), { ...matrix, closed: true, cells }, ...groups])
  const [cell] = scoreView(room)?.subjects[0]?.cells ?? []
  expect(cell?.counts).toEqual([0, 1, 0, 0, 1])
  expect(cell?.give).toBeUndefined()
})

it('says nothing where nothing came along', () => {
  expect(scoreView(testRoom([session, round('assess'), me()]))).toBeUndefined()
})
