import { expect, test } from 'vitest'
import { group, idea, me, myIdea, round, session, testRoom, vote } from '../test-room.ts'
import { voteView } from './vote-view.ts'

const groups = [group(1, 'Bankjes', 'A'), group(2, 'Bomen', 'B'), group(3, 'Vijver', 'C')]
const base = [session, round('vote'), ...groups]
const rowOf = (view: ReturnType<typeof voteView>, candidate: number) =>
  view.rows.find((row) => row.id === candidate)

test('A vote shows before it is answered, and uses one up', () => {
  const room = testRoom(
    [...base, vote(), me({ votes: [{ candidate: 1, votes: 1 }] })],
    [{ n: 1, op: 'cast_vote', args: { candidate: 3 }, state: 'kept' }],
  )
  const view = voteView(room)
  expect(view).toMatchObject({ state: 'open', left: 0, kept: 1 })
  expect(rowOf(view, 3)?.votes).toBe(1)
  expect(rowOf(view, 2)?.choose).toBeUndefined()
  expect(rowOf(view, 1)?.choose).toBeUndefined()
  void rowOf(view, 1)?.unchoose?.()
  expect(room.send).toHaveBeenCalledWith('retract_vote', { candidate: 1 })
})

test('A vote taken back is free again at once', () => {
  const room = testRoom(
    [
      ...base,
      vote(),
      me({
        votes: [
          { candidate: 1, votes: 1 },
          { candidate: 2, votes: 1 },
        ],
      }),
    ],
    [{ n: 1, op: 'retract_vote', args: { candidate: 1 }, state: 'sent' }],
  )
  const view = voteView(room)
  expect(view.left).toBe(1)
  expect(rowOf(view, 1)).toMatchObject({ votes: 0 })
  expect(rowOf(view, 1)?.choose).toBeDefined()
  expect(rowOf(view, 2)?.choose).toBeUndefined()
})

test('More votes per candidate can be given where the rules say so', () => {
  const view = voteView(
    testRoom([
      ...base,
      vote({ votes_per_candidate: 2, votes_per_person: 3 }),
      me({ votes: [{ candidate: 1, votes: 1 }] }),
    ]),
  )
  expect(rowOf(view, 1)?.choose).toBeDefined()
  expect(rowOf(view, 1)?.unchoose).toBeDefined()
})

test('A closed vote can be read and not changed', () => {
  const view = voteView(
    testRoom([...base, vote({ state: 'closed' }), me({ votes: [{ candidate: 1, votes: 1 }] })]),
  )
  expect(view.state).toBe('closed')
  for (const row of view.rows) {
    expect(row.choose).toBeUndefined()
    expect(row.unchoose).toBeUndefined()
  }
})

test('Every phone has its own order, and keeps it', () => {
  const many = Array.from({ length: 12 }, (_, i) => i + 1)
  const orderOf = (person: number) =>
    voteView(testRoom([...base, vote({ candidates: many }), me({ person })])).rows.map(({ id }) => id)
  expect(orderOf(3)).toEqual(orderOf(3))
  expect(orderOf(3)).not.toEqual(orderOf(4))
  expect([...orderOf(3)].sort((a, b) => a - b)).toEqual(many)
})

test('First on the list is not always the same candidate', () => {
  const many = Array.from({ length: 10 }, (_, i) => i + 1)
  const firsts = new Map<number, number>()
  for (let person = 1; person <= 500; person += 1) {
    const room = testRoom([...base, vote({ candidates: many }), me({ person })])
    const first = voteView(room).rows[0]?.id ?? 0
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }
  for (const candidate of many) expect(firsts.get(candidate)).toBeGreaterThan(20)
})

test('What is inside a group can be read; own ones are marked', () => {
  const room = testRoom([
    ...base,
    vote(),
    idea(11, 'Bank in de zon', { group: 1 }),
    idea(12, 'Bank in de schaduw', { group: 1 }),
    idea(13, 'Bomen', { group: 2 }),
    me(),
    myIdea(12, 'Bank in de schaduw', { group: 1 }),
  ])
  const view = voteView(room)
  expect(rowOf(view, 1)).toMatchObject({ own: true, title: 'Bankjes' })
  expect(rowOf(view, 1)?.ideas).toHaveLength(2)
  expect(rowOf(view, 2)).toMatchObject({ own: false, ideas: [] })
})

test('There is no voting before a vote', () => {
  expect(voteView(testRoom([session, round('vote')])).state).toBe('none')
})

test('An idea that says no more than the title can be unfolded when it has a photo', () => {
  const photo = { type: 'photo', id: 9, idea: 1, description: '', status: 'here', released: true, width: 4, height: 3 } as const
  const ideas = [idea(1, 'Bankjes', { group: 1 }), idea(2, 'Bomen', { group: 2 })]
  const view = voteView(testRoom([...base, vote(), me(), ...ideas, photo]))
  expect(rowOf(view, 1)?.ideas.map(({ id }) => id)).toEqual([1])
  expect(rowOf(view, 2)?.ideas).toEqual([])
})
