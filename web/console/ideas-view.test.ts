import { describe, expect, it } from 'vitest'
import { ideasView } from './ideas-view.ts'
import { aGroup, anIdea, aPicture, recorder, theRound } from './picture-fixture.ts'

const ideas = [
  anIdea(1, 0, 1),
  anIdea(2, 0, 2),
  anIdea(3, 0, 3, { status: 'hidden' }),
  anIdea(4, 0, 4, { status: 'merged', merged_into: 1 }),
  anIdea(5, 0, 5, { status: 'later' }),
  anIdea(6, 0, 6, { status: 'withdrawn' }),
]
const picture = aPicture({ ideas, round: theRound('ideas') })

describe('The stream of ideas', () => {
  it('has the newest first and counts each shelf; what was withdrawn is on none', () => {
    const view = ideasView(picture, 'live', recorder().send)
    expect(view.cards.map((card) => card.id)).toEqual([2, 1])
    expect(view.counts).toEqual({ live: 2, hidden: 1, later: 1, merged: 1 })
  })

  it('offers on each shelf the way back from it', () => {
    const offered = (['live', 'hidden', 'later', 'merged'] as const).map((shelf) =>
      Object.keys(ideasView(picture, shelf, recorder().send).cards[0] ?? {}).slice(3),
    )
    expect(offered).toEqual([
      ['edit', 'translate', 'hide', 'later', 'light'],
      ['edit', 'translate', 'unhide'],
      ['edit', 'translate', 'light', 'fromLater'],
      ['partOf', 'unmerge'],
    ])
  })

  it('brings a group back as a whole, as far as it was kept for later', () => {
    const { send, asked } = recorder()
    const kept = {
      ...picture,
      groups: [aGroup(1, 'A'), aGroup(2, 'B')],
      ideas: [
        anIdea(1, 1, 1, { status: 'later' }),
        anIdea(2, 1, 2, { status: 'later' }),
        anIdea(3, 2, 1),
        anIdea(4, 0, 1, { status: 'later' }),
      ],
    }
    const [group, ...others] = ideasView(kept, 'later', send).groups
    expect(others).toEqual([])
    expect(group).toMatchObject({ letter: 'A', name: 'groep A', ideas: 2 })
    group?.back()
    expect(asked).toEqual([['keep_group_for_later', { group: 1, later: false }]])
    expect(ideasView(kept, 'live', send).groups).toEqual([])
    expect(ideasView({ ...kept, round: theRound('vote') }, 'later', send).groups).toHaveLength(1)
  })

  it('lets writers be told what looks alike, off at first, and only in its round', () => {
    const { send, asked } = recorder()
    const view = ideasView(picture, 'live', send)
    expect(view.hints).toBe(false)
    view.allowHints?.(true)
    expect(asked).toEqual([['allow_hints', { allowed: true }]])
    const on = { ...picture, round: theRound('group', { hints_allowed: true }) }
    expect(ideasView(on, 'live', send)).toMatchObject({ hints: true })
    expect(ideasView(on, 'live', send).allowHints).toBeUndefined()
  })

  it('merges the others into the one that stays', async () => {
    const { send, asked } = recorder()
    await ideasView(picture, 'live', send).merge?.([1, 2], 2)
    expect(asked).toEqual([['merge_ideas', { ideas: [1], into: 2 }]])
  })

  it('ends silent writing, or begins it again, and only in its round', () => {
    const { send, asked } = recorder()
    const silent = ideasView(picture, 'live', send)
    expect(silent.silence).toBeUndefined()
    silent.share?.()
    expect(asked).toEqual([['share_ideas', { shared: true }]])
    const grouping = ideasView({ ...picture, round: theRound('group') }, 'live', send)
    expect(grouping.share ?? grouping.silence).toBeUndefined()
  })

  it('tells who saves an idea whether it was saved', async () => {
    const refused = recorder({ ok: false, refusal: 'too_long' })
    expect(await ideasView(picture, 'live', refused.send).cards[0]?.edit?.('x', '')).toBe(false)
  })
})
