import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { concernsView } from './concerns-view.ts'
import { listGrid } from './lettered-view.ts'
import { pitchView } from './pitch-view.ts'
import { group, idea, people, recordsOf, round, session } from './records-of.ts'
import { screenView } from './screen-view.ts'
import { sharpenView } from './sharpen-view.ts'
import { showView } from './show-view.ts'
import { tableChoiceView } from './table-choice-view.ts'

const wide = 1920
const narrow = 1440

/** Groups of one idea each, and one in which nothing lies. */
const groups = (count: number): ServerRecord[] => [
  ...Array.from({ length: count }, (_, i) => group(i + 1, `Groep ${i + 1}`)),
  ...Array.from({ length: count }, (_, i) => idea(i + 1, `Idee ${i + 1}`, { group: i + 1 })),
  group(count + 1, 'Leeg'),
]

describe('What is shown', () => {
  const show = (title: string, text: string) => {
    const agenda: ServerRecord = {
      type: 'agenda',
      id: 0,
      rounds: [
        { id: 1, kind: 'show', title, minutes: 5, text, say: '', state: 'now' },
        { id: 2, kind: 'show', title: 'Later', minutes: 5, text: '', say: '', state: 'ahead' },
      ],
      current: 1,
      moving: null,
    }
    return showView(recordsOf([session(), round('show'), agenda]), wide)
  }

  it('has the words of the round of now, line by line', () => {
    expect(show('Welkom', 'Eerste regel\nTweede regel')).toMatchObject({
      title: 'Welkom',
      text: 'Eerste regel\nTweede regel',
    })
  })

  it('is called after its kind without a title', () => {
    expect(show('', '').title).not.toBe('')
  })

  it('loses no room to empty lines', () => {
    expect(show('', '\n\nEen  \n\n\n\n\nTwee\n\n').text).toBe('Een\n\nTwee')
  })

  it('has room for plants only while it is short', () => {
    expect(show('Welkom', 'Kort').short).toBe(true)
    expect(show('Welkom', 'Een zin die telt. '.repeat(33)).short).toBe(false)
  })

  it('puts a long list of short lines in two columns, and sentences never', () => {
    expect(show('Namen', 'Een naam\n'.repeat(20)).columns).toBe(2)
    expect(show('Verhaal', `${'Een naam\n'.repeat(20)}${'woord '.repeat(40)}`).columns).toBe(1)
  })
})

describe('Explaining', () => {
  const pitch = (group: number, done: number[] = []) =>
    recordsOf([...groups(4), session(), round('pitch', { pitch: { group, done } })])

  it('says who is on, who was, and the first that was not yet', () => {
    const view = pitchView(pitch(3, [1]))
    expect(view.now?.letter).toBe('C')
    expect(view.been.map(({ letter }) => letter)).toEqual(['A'])
    expect(view.next?.letter).toBe('B')
  })

  it('has nobody next when all were', () => {
    expect(pitchView(pitch(4, [1, 2, 3])).next).toBeUndefined()
  })

  it('leaves out a group in which nothing lies', () => {
    const view = pitchView(pitch(0))
    expect(view.now).toBeUndefined()
    expect(view.groups.map(({ title }) => title)).toEqual(['Groep 1', 'Groep 2', 'Groep 3', 'Groep 4'])
  })

  it('lets the sun travel the 45 seconds of a group and not the minutes of the round', () => {
    const timer = { state: 'running' as const, ends_at: 45_000 }
    const view = screenView(
      recordsOf([session(), round('pitch', { timer, pitch: { group: 1, done: [] } })]),
      'http://kring.example',
    )
    expect(view).toMatchObject({ pitching: true, timer: { endsAt: 45_000, totalMs: 45_000 } })
  })
})

describe('What tables choose', () => {
  const table = (id: number, ...chosen: number[]) => ({ type: 'table', id, chosen }) as ServerRecord
  const seated = (count: number, tables: number) =>
    people(count).map(
      (person, i) => ({ ...person, table: tables === 0 ? 0 : (i % tables) + 1 }) as ServerRecord,
    )

  it('stands by table, and each group is in as soon as one table took it', () => {
    const view = tableChoiceView(
      recordsOf([...groups(4), ...seated(6, 3), table(1, 2, 1), table(2, 2)]),
      wide,
    )
    expect(view.tables.map(({ table, chosen }) => [table, chosen.map(({ letter }) => letter)])).toEqual([
      [1, ['B', 'A']],
      [2, ['B']],
      [3, []],
    ])
    expect(view.chosen.map(({ letter }) => letter)).toEqual(['A', 'B'])
    expect(view.open.map(({ letter }) => letter)).toEqual(['C', 'D'])
  })

  it('knows who has no table yet, and a table that only its choice is left of', () => {
    const view = tableChoiceView(recordsOf([...groups(4), ...seated(6, 0), table(7, 1)]), wide)
    expect(view.seatless).toBe(6)
    expect(view.tables.map(({ table }) => table)).toEqual([7])
  })

  it('has letters of a readable size in every card, up to twelve tables', () => {
    for (const width of [wide, narrow])
      for (let tables = 1; tables <= 12; ++tables) {
        const view = tableChoiceView(recordsOf([...groups(12), ...seated(24, tables)]), width)
        expect(view.columns * view.rows).toBeGreaterThanOrEqual(tables)
        expect(view.letterSize).toBeGreaterThanOrEqual(5.5)
      }
  })

  it('lists titles up to twelve groups, and letters from there on', () => {
    expect(tableChoiceView(recordsOf(groups(12)), wide).list).toBe('titles')
    expect(tableChoiceView(recordsOf(groups(13)), wide).list).toBe('letters')
  })
})

describe('Sharpening', () => {
  const proposal = (id: number, what: string, name = '') =>
    ({
      type: 'proposal',
      id,
      by: name ? 1 : 0,
      name,
      what,
      where: '',
      whom: '',
      in_time: 'yes',
      in_money: 'unknown',
      revision: 1,
    }) as ServerRecord

  it('makes a card of what has words, and a headline of what has none', () => {
    const view = sharpenView(
      recordsOf([...groups(3), proposal(1, 'Twee tafels'), proposal(2, '', 'Anna')]),
      wide,
    )
    expect(view.written.map(({ letter, what, inTime }) => [letter, what, inTime])).toEqual([
      ['A', 'Twee tafels', 'yes'],
    ])
    expect(view.empty.map(({ letter, name }) => [letter, name])).toEqual([
      ['B', 'Anna'],
      ['C', ''],
    ])
  })

  it('shows at most twelve cards', () => {
    const all = (count: number) =>
      recordsOf([...groups(count), ...Array.from({ length: count }, (_, i) => proposal(i + 1, 'Woorden'))])
    expect(sharpenView(all(12), wide).compact).toBe(false)
    expect(sharpenView(all(13), wide).compact).toBe(true)
    expect(sharpenView(all(12), narrow).compact).toBe(true)
  })
})

describe('Concerns', () => {
  const top: ServerRecord = {
    type: 'top',
    id: 0,
    size: 2,
    revealed: 2,
    entries: [
      { place: 2, candidate: 1, letter: 'A', title: 'Groep 1', votes: 3, tied: false },
      { place: 1, candidate: 2, letter: 'B', title: 'Groep 2', votes: 5, tied: false },
    ],
    near_misses: [],
    decided_by: null,
    seed: '',
  }
  const moods: ServerRecord = {
    type: 'moods',
    id: 0,
    ideas: [{ candidate: 1, fine: 4, worried: 3, open: 2 }],
  }

  it('are counted by idea, the first place first', () => {
    const view = concernsView(recordsOf([...groups(2), top, moods]))
    expect(view.ideas.map(({ letter, fine, worried, open }) => [letter, fine, worried, open])).toEqual([
      ['B', 0, 0, 0],
      ['A', 4, 3, 2],
    ])
    expect(view).toMatchObject({ worried: 3, open: 2 })
  })

  it('wait for a result', () => {
    expect(concernsView(recordsOf(groups(2))).ideas).toEqual([])
  })
})

describe('A list over the whole screen', () => {
  it('shows everything up to what can be read, and counts the rest', () => {
    for (const width of [wide, narrow])
      for (let count = 1; count <= 100; ++count) {
        const { columns, rows, shown } = listGrid(count, width)
        const lines = shown < count ? shown + 1 : shown
        expect(lines).toBeLessThanOrEqual(columns * rows)
        expect(rows).toBeLessThanOrEqual(14)
      }
    expect(listGrid(42, wide).shown).toBe(42)
    expect(listGrid(43, wide).shown).toBe(41)
  })
})
