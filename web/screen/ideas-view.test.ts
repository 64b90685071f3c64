import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { ideasView, linesOf, placeSeeds } from './ideas-view.ts'
import { idea, recordsOf, round, session } from './records-of.ts'

const wide = 1920
const progress = { type: 'progress', id: 0, ideas: 37, writers: 19, seats_taken: 24 } as const

describe('Silent writing', () => {
  it('shows how many ideas there are, and none of them', () => {
    const view = ideasView(recordsOf([session(), round('ideas'), progress]), wide)
    expect(view).toMatchObject({ shared: false, ideas: 37, writers: 19 })
    expect(JSON.stringify(view)).not.toContain('idee')
  })

  it('lays one seed for each idea, all of them under the ground and inside the margin', () => {
    for (const count of [0, 1, 37, 90, 200]) {
      const seeds = placeSeeds(count, wide)
      expect(seeds).toHaveLength(count)
      for (const seed of seeds) {
        expect(seed.x).toBeLessThanOrEqual(wide - 40)
        expect(seed.y).toBeGreaterThan(810)
        expect(seed.y).toBeLessThan(1060)
      }
    }
  })
})

describe('Shared ideas', () => {
  const shared = (count: number, text = 'Een bank in de zon') =>
    ideasView(
      recordsOf([
        session(),
        round('ideas', { ideas_shared: true }),
        ...Array.from({ length: count }, (_, i) => idea(i + 1, `${text} ${i + 1}`)),
      ]),
      wide,
    )

  it('leaves out what has been erased since, and gives a second language its room', () => {
    const bench = {
      ...idea(1, 'Een bank in de zon'),
      translation: { language: 'pl', text: 'Ławka w słońcu' },
    } as ServerRecord
    const view = ideasView(
      recordsOf([session(), round('ideas', { ideas_shared: true }), bench, idea(2, '')]),
      wide,
    )
    if (!view.shared) throw new Error('not shared')
    expect(view.columns.flat()).toEqual([
      { id: 1, text: 'Een bank in de zon', beside: { language: 'pl', text: 'Ławka w słońcu' } },
    ])
  })

  it('shows twelve cards at the most, the newest first', () => {
    const view = shared(30)
    if (!view.shared) throw new Error('not shared')
    const cards = view.columns.flat()
    expect(cards.length).toBeLessThanOrEqual(12)
    expect(view.columns[0]?.[0]?.id).toBe(30)
    expect(Math.min(...cards.map((card) => card.id))).toBe(30 - cards.length + 1)
  })

  it('loses no idea: it is a card, a headline, or counted', () => {
    for (const count of [0, 1, 5, 12, 13, 37, 80]) {
      const view = shared(count, 'Een ommetje rond de sloot van een kwartier, met bankjes uit de wind')
      if (!view.shared) throw new Error('not shared')
      expect(view.columns.flat().length + view.headlines.length + view.more).toBe(count)
    }
  })

  it('leaves hidden ideas out', () => {
    const records = recordsOf([
      session(),
      round('ideas', { ideas_shared: true }),
      idea(1, 'Zichtbaar'),
      idea(2, 'Verborgen', { status: 'hidden' }),
    ])
    expect(ideasView(records, wide)).toMatchObject({ ideas: 1 })
  })
})

describe('The lines of a text', () => {
  it('break between words, and inside a word that is longer than a line', () => {
    expect(linesOf('een twee drie', 8)).toBe(2)
    expect(linesOf('hemelwaterafvoer', 8)).toBe(2)
    expect(linesOf('kort', 8)).toBe(1)
  })
})
