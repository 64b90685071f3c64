import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { commitView } from './commit-view.ts'
import { groupView, linesIn } from './group-view.ts'
import { group, idea, recordsOf, round, session } from './records-of.ts'
import { tieView } from './tie-view.ts'
import { top5View } from './top5-view.ts'
import { voteView } from './vote-view.ts'

const wide = 1920
const vote: Extract<ServerRecord, { type: 'vote' }> = {
  type: 'vote',
  id: 0,
  vote: 1,
  runoff: false,
  state: 'open',
  candidates: [1, 2, 3],
  votes_per_person: 5,
  votes_per_candidate: 1,
  voted: 19,
  seats: 24,
  closes_at: null,
  waiting: null,
}
const groups = [group(1, 'Schaduw'), group(2, 'Pauzeplek'), group(3, 'Regen')]

describe('Groups', () => {
  it('stand in their order with their ideas, and ideas without a group are counted', () => {
    const view = groupView(
      recordsOf([...groups, idea(1, 'Boom', { group: 1 }), idea(2, 'Bank'), idea(3, 'Dak', { group: 1 })]),
      wide,
    )
    expect(view.beds.map((bed) => [bed.letter, bed.count])).toEqual([
      ['A', 2],
      ['B', 0],
      ['C', 0],
    ])
    expect(view.loose).toBe(1)
  })

  it('become a list of letters and names when there are more than twelve', () => {
    const many = Array.from({ length: 13 }, (_, i) => group(i + 1, `Groep ${i + 1}`))
    expect(groupView(recordsOf(many), wide).compact).toBe(true)
    expect(groupView(recordsOf(many.slice(0, 12)), wide).compact).toBe(false)
  })

  it('without a name is called after its first idea', () => {
    const view = groupView(recordsOf([group(1, ''), idea(1, 'Bank in de zon', { group: 1 })]), wide)
    expect(view.beds[0]).toMatchObject({ title: 'Bank in de zon', headlines: [] })
  })

  it('show the photo of an idea, also of the one they are called after', () => {
    const photo = { type: 'photo', id: 9, idea: 1, description: 'Een kale hoek' } as ServerRecord
    const view = groupView(
      recordsOf([group(1, ''), idea(1, 'Hier', { group: 1 }), idea(2, 'Bank', { group: 1 }), photo]),
      wide,
    )
    expect(view.beds[0]).toMatchObject({
      title: 'Hier',
      headlines: [{ text: 'Hier', photo: { id: 9, description: 'Een kale hoek' } }, { text: 'Bank' }],
    })
    const bed = view.beds[0]
    if (!bed) throw new Error('no bed')
    const lines = (rows: number, roomForHeadlines: number) =>
      linesIn(bed, { rows, roomForHeadlines }).map(({ text }) => text)
    expect(lines(1, 8)).toEqual(['Hier', 'Bank'])
    expect(lines(2, 2)).toEqual(['Hier'])
    expect(lines(3, 0)).toEqual([])
  })

  it('say two lines where no photo stands, and nothing that the title says already', () => {
    const inside = ['Bank', 'Boom', 'Dak'].map((text, i) => idea(i + 1, text, { group: 1 }))
    const [bed] = groupView(recordsOf([group(1, 'Boom'), ...inside]), wide).beds
    if (!bed) throw new Error('no bed')
    expect(linesIn(bed, { rows: 2, roomForHeadlines: 2 }).map(({ text }) => text)).toEqual(['Bank', 'Dak'])
  })
})

describe('The vote', () => {
  it('is drawn as one stem for each who voted, and a seed for each who did not', () => {
    const view = voteView(recordsOf([vote]), wide, 0)
    expect(view?.stems).toHaveLength(19)
    expect(view?.emptyAt).toHaveLength(5)
  })

  it('counts down in the last ten seconds only', () => {
    const closing = { ...vote, closes_at: 20_000 }
    expect(voteView(recordsOf([closing]), wide, 5_000)?.closesIn).toBeUndefined()
    expect(voteView(recordsOf([closing]), wide, 12_500)?.closesIn).toBe(8)
    expect(voteView(recordsOf([closing]), wide, 25_000)?.closesIn).toBe(0)
    expect(voteView(recordsOf([{ ...closing, state: 'closed' }]), wide, 15_000)?.closesIn).toBeUndefined()
  })

  it('tells nothing about candidates', () => {
    expect(JSON.stringify(voteView(recordsOf([vote, ...groups]), wide, 0))).not.toContain('Schaduw')
  })
})

describe('A tie', () => {
  const tie: Extract<ServerRecord, { type: 'tie' }> = {
    type: 'tie',
    id: 0,
    first_place: 4,
    free: 2,
    tied: [1, 2, 3],
    size: 5,
    ways: [],
    runoff: false,
    decided: null,
  }

  it('names who is tied, and for how many places', () => {
    expect(tieView(recordsOf([tie, ...groups]))).toMatchObject({
      tied: [{ title: 'Schaduw' }, { title: 'Pauzeplek' }, { title: 'Regen' }],
      free: 2,
    })
  })

  it('says what a proposal wants, where there is one', () => {
    const proposal: ServerRecord = {
      type: 'proposal',
      id: 2,
      by: 0,
      name: '',
      what: 'Twee tafels onder de eik',
      where: '',
      whom: '',
      in_time: 'unknown',
      in_money: 'unknown',
      revision: 1,
    }
    expect(tieView(recordsOf([tie, ...groups, proposal]))?.tied.map(({ what }) => what)).toEqual([
      '',
      'Twee tafels onder de eik',
      '',
    ])
  })

  it('shows a draw by lot in the order that was drawn, with its seed', () => {
    const decided = { way: 'draw' as const, winners: [3, 1], order: [3, 1, 2], seed: 'ab12' }
    const view = tieView(recordsOf([{ ...tie, decided }, ...groups]))
    expect(view?.decided).toMatchObject({
      way: 'draw',
      seed: 'ab12',
      order: [
        { title: 'Regen', won: true },
        { title: 'Schaduw', won: true },
        { title: 'Pauzeplek', won: false },
      ],
    })
  })

  it('widens the top by those who did not fit', () => {
    const wider = { ...tie, decided: { way: 'widen' as const, winners: [1, 2, 3], order: [], seed: '' } }
    expect(tieView(recordsOf([wider, ...groups]))?.decided).toEqual({ way: 'widen', size: 6 })
  })
})

describe('The top', () => {
  const entry = (place: number, candidate: number, votes: number, tied = false) => ({
    place,
    candidate,
    letter: String.fromCharCode(64 + candidate),
    title: `Idee ${candidate}`,
    votes,
    tied,
  })
  const top = (entries: ReturnType<typeof entry>[], size = 5): ServerRecord => ({
    type: 'top',
    id: 0,
    size,
    revealed: entries.length,
    entries,
    near_misses: [],
    decided_by: null,
    seed: '',
  })

  it('has a closed bud for every place that is not revealed', () => {
    const view = top5View(recordsOf([top([entry(5, 3, 9)])]), wide)
    expect(view.slots.map((slot) => [slot.place, slot.entry?.title])).toEqual([
      [5, 'Idee 3'],
      [4, undefined],
      [3, undefined],
      [2, undefined],
      [1, undefined],
    ])
    expect(view.lastOpened).toBe(5)
    expect(view.complete).toBe(false)
  })

  it('lets the height of a stem follow the place, not the tally', () => {
    const heights = (votes: number[]) =>
      top5View(recordsOf([top(votes.map((count, i) => entry(5 - i, i + 1, count)))]), wide).slots.map(
        (slot) => slot.height,
      )
    expect(heights([1, 2, 3, 4, 5])).toEqual(heights([9, 9, 10, 30, 90]))
    expect([...heights([1, 2, 3])].sort((a, b) => a - b)).toEqual(heights([1, 2, 3]))
  })

  it('opens a shared place as one', () => {
    const view = top5View(
      recordsOf([top([entry(5, 1, 7), entry(3, 2, 11, true), entry(3, 3, 11, true)])]),
      wide,
    )
    expect(view.sharedPlace).toBe(true)
    expect(view.slots.filter((slot) => slot.entry?.justOpened).map((slot) => slot.entry?.title)).toEqual([
      'Idee 2',
      'Idee 3',
    ])
    const [, second, third, , first] = view.slots
    expect(second?.height).toBe(third?.height)
    expect(first?.height).toBeGreaterThan(third?.height ?? 0)
  })

  it('grows with its size', () => {
    expect(top5View(recordsOf([top([], 6)]), wide).slots).toHaveLength(6)
  })
})

describe('Commitments', () => {
  it('count the ideas that have a lead, with a leaf for each person', () => {
    const leads: ServerRecord = {
      type: 'leads',
      id: 0,
      ideas: [
        { candidate: 1, lead: true, people: 4 },
        { candidate: 2, lead: false, people: 0 },
      ],
    }
    const view = commitView(recordsOf([session(), round('commit'), ...groups, leads]), wide)
    expect(view.withLead).toBe(1)
    expect(view.stems.map((stem) => [stem.title, stem.people])).toEqual([
      ['Schaduw', 4],
      ['Pauzeplek', 0],
    ])
    expect(view.stems[0]?.height).toBeGreaterThan(view.stems[1]?.height ?? 0)
  })
})
