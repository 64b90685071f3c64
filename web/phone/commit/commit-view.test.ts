import { expect, test } from 'vitest'
import { group, me, round, session, testRoom } from '../test-room.ts'
import { commitView, contactOf } from './commit-view.ts'

const top = {
  type: 'top' as const,
  id: 0,
  size: 2,
  revealed: 2,
  near_misses: [],
  decided_by: null,
  seed: '',
  entries: [
    { place: 2, candidate: 1, letter: 'A', title: 'Bankjes', votes: 3, tied: false },
    { place: 1, candidate: 2, letter: 'B', title: 'Bomen', votes: 4, tied: false },
  ],
}
const leads = { type: 'leads' as const, id: 0, ideas: [{ candidate: 2, lead: true, people: 4 }] }
const base = [session, round('commit'), group(1, 'Bankjes', 'A'), group(2, 'Bomen', 'B'), top, leads]
const mine = { id: 9, candidate: 2, role: 'help' as const, note: '' }

test('Ideas stand by place and say whether they have a lead', () => {
  const view = commitView(testRoom([...base, me()]))
  expect(view.ideas.map(({ title, hasLead, people }) => [title, hasLead, people])).toEqual([
    ['Bomen', true, 4],
    ['Bankjes', false, 0],
  ])
})

test('A role shows at once, and is gone at once when withdrawn', () => {
  const room = testRoom(
    [...base, me({ commitments: [mine] })],
    [
      { n: 1, op: 'commit', args: { candidate: 1, role: 'lead', note: '' }, state: 'sent' },
      { n: 2, op: 'withdraw_commitment', args: { commitment: 9 }, state: 'sent' },
    ],
  )
  const view = commitView(room)
  expect(view.ideas[0]?.mine).toEqual([])
  expect(view.ideas[1]?.mine).toMatchObject([{ role: 'lead' }])
})

test('Contact is told apart, and consent goes along', () => {
  const room = testRoom([...base, me()])
  const view = commitView(room)
  expect(view.giveContact('onzin', ['report'])).toBeUndefined()
  void view.giveContact(' karin@veldhoen.example ', ['report', 'this_idea'])
  expect(room.send).toHaveBeenCalledWith('give_contact', {
    kind: 'email',
    value: 'karin@veldhoen.example',
    purposes: ['this_idea', 'report'],
  })
  expect(contactOf('06 12 34 56 78')?.kind).toBe('phone')
})
