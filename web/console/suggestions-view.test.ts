import { describe, expect, it } from 'vitest'
import { aGroup, anIdea, aPicture, recorder, theRound, theSession } from './picture-fixture.ts'
import type { Suggestion } from './picture.ts'
import { type PutAway, suggestionsView } from './suggestions-view.ts'

const pair: Suggestion = { ideas: [1, 2], group: 0, words: ['regen', 'water'] }
const fits: Suggestion = { ideas: [3], group: 7, words: ['bankje'] }
const picture = aPicture({
  round: theRound('group'),
  groups: [aGroup(7, 'G', { name: 'Zitten' })],
  ideas: [anIdea(1, 0, 1), anIdea(2, 0, 2), anIdea(3, 0, 3), anIdea(4, 7, 1)],
  suggestions: [pair, fits],
})
const nothingAway: PutAway = { all: [], add: () => {} }
const { send } = recorder()

describe('Suggestions', () => {
  it('show what looks alike and why', () => {
    const { shown, away } = suggestionsView(picture, nothingAway, send)
    expect(shown.map((one) => [one.ideas, one.words, one.group?.name])).toEqual([
      [[1, 2], 'regen, water', undefined],
      [[3], 'bankje', 'Zitten'],
    ])
    expect(away).toBe(0)
  })

  it('become a group, or part of one, with one command', async () => {
    const { send, asked } = recorder()
    const { shown } = suggestionsView(picture, nothingAway, send)
    await shown[0]?.accept()
    await shown[1]?.accept()
    expect(asked).toEqual([
      [
        'create_group',
        {
          name: '',
          ideas: [
            { idea: 1, from: 0 },
            { idea: 2, from: 0 },
          ],
        },
      ],
      ['move_ideas', { ideas: [{ idea: 3, from: 0 }], to: 7, before: 0 }],
    ])
  })

  it('leave out what was placed, hidden or asked for meanwhile', () => {
    const placed = { ...picture, ideas: picture.ideas.map((i) => (i.id === 2 ? { ...i, group: 7 } : i)) }
    expect(suggestionsView(placed, nothingAway, send).shown.map((one) => one.ideas)).toEqual([[3]])
    const gone = { ...picture, groups: [] }
    expect(suggestionsView(gone, nothingAway, send).shown.map((one) => one.ideas)).toEqual([[1, 2]])
    const asked = {
      n: 1,
      op: 'create_group',
      args: { name: '', ideas: [{ idea: 1, from: 0 }] },
      sent: true,
    } as never
    expect(suggestionsView(picture, nothingAway, send, [asked]).shown.map((one) => one.ideas)).toEqual([[3]])
  })

  it('stay away once put away, until something new looks alike', () => {
    const all: Suggestion[] = []
    suggestionsView(picture, { all, add: (one) => all.push(one) }, send).shown[0]?.putAway()
    const away: PutAway = { ...nothingAway, all }
    expect(suggestionsView(picture, away, send)).toMatchObject({ shown: [{ ideas: [3] }], away: 1 })
    const more = { ...picture, suggestions: [{ ...pair, ideas: [1, 2, 3] }] }
    expect(suggestionsView(more, away, send).shown).toHaveLength(1)
    const elsewhere = { ...picture, suggestions: [{ ...pair, group: 7 }] }
    expect(suggestionsView(elsewhere, away, send).shown).toHaveLength(1)
  })

  it('come three at a time', () => {
    const ideas = Array.from({ length: 10 }, (_, i) => anIdea(i + 1, 0, i))
    const suggestions = [1, 3, 5, 7, 9].map((id) => ({ ...pair, ideas: [id, id + 1] }))
    expect(suggestionsView({ ...picture, ideas, suggestions }, nothingAway, send).shown).toHaveLength(3)
  })

  it('propose no group that is not to be seen while ideas stream in', () => {
    const { shown } = suggestionsView({ ...picture, round: theRound('ideas') }, nothingAway, send)
    expect(shown.map((one) => one.ideas)).toEqual([[1, 2]])
  })

  it('are there only while people write and group', () => {
    const { shown } = suggestionsView({ ...picture, round: theRound('vote') }, nothingAway, send)
    expect(shown).toEqual([])
    const ended = { ...picture, session: theSession({ status: 'ended' }) }
    expect(suggestionsView(ended, nothingAway, send).shown).toEqual([])
  })
})
