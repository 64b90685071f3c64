import { describe, expect, it } from 'vitest'
import { groupView, liesInOneGroup } from './group-view.ts'
import { aGroup, anIdea, aPicture, recorder, theRound } from './picture-fixture.ts'

const picture = aPicture({
  round: theRound('group'),
  groups: [aGroup(2, 'B', { order: 2 }), aGroup(1, 'A', { order: 1, name: '' })],
  ideas: [
    anIdea(1, 1, 2),
    anIdea(2, 1, 1),
    anIdea(3, 2, 1),
    anIdea(4, 0, 1),
    anIdea(5, 0, 2, { status: 'hidden' }),
  ],
})
const ids = (list: readonly { id: number }[] | undefined) => list?.map((one) => one.id)

describe('Inbox and columns', () => {
  it('stand in the order of every screen, with live ideas only', () => {
    const view = groupView(picture, 0, recorder().send)
    expect(ids(view.columns)).toEqual([1, 2])
    expect(ids(view.columns[0]?.ideas)).toEqual([2, 1])
    expect(ids(view.inbox)).toEqual([4])
  })

  it('show the photo of an idea, released or not, and none that is hidden or still on its way', () => {
    const photo = (id: number, idea: number, status: 'awaited' | 'here' | 'hidden', released = false) =>
      ({ type: 'photo', id, idea, description: '', status, released, width: 4, height: 3 }) as const
    const photos = [photo(1, 1, 'hidden', true), photo(2, 1, 'here'), photo(3, 4, 'awaited'), photo(4, 2, 'here', true)]
    const view = groupView({ ...picture, photos }, 0, recorder().send)
    expect(view.columns[0]?.ideas.map((idea) => idea.photo)).toEqual([4, 2])
    expect(view.inbox.map((idea) => idea.photo)).toEqual([undefined])
  })

  it('call a group without a name by its first idea', () => {
    expect(groupView(picture, 0, recorder().send).columns[0]).toMatchObject({ name: 'idee 2', named: false })
  })

  it('say with every move where the idea was seen, so that who was earlier wins', () => {
    const { send, asked } = recorder()
    groupView(picture, 0, send).move?.([3, 4], 1, 2)
    expect(asked).toEqual([
      [
        'move_ideas',
        {
          ideas: [
            { idea: 3, from: 2 },
            { idea: 4, from: 0 },
          ],
          to: 1,
          before: 2,
        },
      ],
    ])
  })

  it('split a group when all chosen ideas lie in it, and else make a new one', async () => {
    const { send, asked } = recorder()
    const view = groupView(picture, 0, send)
    expect(liesInOneGroup(view, [1, 2])).toBe(true)
    expect(liesInOneGroup(view, [1, 4])).toBe(false)
    await view.create?.('Water', [1, 2])
    await view.create?.('Water', [1, 4])
    expect(asked.map(([op]) => op)).toEqual(['split_group', 'create_group'])
  })

  it('show who has an idea in the hand until the hold is over', () => {
    const held = anIdea(4, 0, 1, { hold: { person: 7, name: 'Anna', until: 10_000 } })
    const holding = { ...picture, ideas: [held] }
    expect(groupView(holding, 9000, recorder().send).inbox[0]?.held).toBe('Anna verplaatst dit nu')
    expect(groupView(holding, 10_000, recorder().send).inbox[0]?.held).toBeUndefined()
  })

  it('show a move at once, before its answer, in the place where it was dropped', () => {
    const view = groupView(picture, 0, recorder().send, [
      { n: 1, op: 'move_ideas', state: 'sent', args: { ideas: [{ idea: 4, from: 0 }], to: 1, before: 1 } },
    ])
    expect(ids(view.columns[0]?.ideas)).toEqual([2, 4, 1])
    expect(view.inbox).toEqual([])
  })

  it('can only be looked at in another round', () => {
    const view = groupView({ ...picture, round: theRound('vote') }, 0, recorder().send)
    expect(view.move ?? view.create ?? view.allow ?? view.columns[0]?.rename).toBeUndefined()
  })
})
