import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { exploreView } from './explore-view.ts'
import { group, idea, recordsOf, round, session } from './records-of.ts'

const spot = (id: number, part: { group?: number } = {}): ServerRecord =>
  ({ ...idea(id, `Plek ${id}`, part), place: { x: 0.5, y: 0.5 } }) as unknown as ServerRecord
const spots = (count: number) => Array.from({ length: count }, (_, i) => spot(i + 1))
const photo = { type: 'photo', id: 1, idea: 1, description: '', released: true, status: 'here' } as unknown as ServerRecord
const walk = [session(), round('explore', { ideas_shared: true })]

/** The pages of the list, one after the other, until the first comes again. */
function pages(records: readonly ServerRecord[]): string[][] {
  const source = recordsOf([...walk, ...records])
  const count = exploreView(source).page?.of ?? 1
  return Array.from({ length: count }, (_, page) => {
    const view = exploreView(source, page * 10_000 + 9_999)
    expect(view.page?.open ?? 1).toBe(page + 1)
    return view.spots.map(({ title }) => title)
  })
}

describe('The list beside the plan', () => {
  it('stands there at once when there is room for it', () => {
    expect(pages(spots(8))).toHaveLength(1)
    expect(exploreView(recordsOf([...walk, ...spots(8)])).page).toBeUndefined()
  })

  it.each([[9], [30], [31], [60]])('turns its pages until each of %i pins was seen, the newest first', (count) => {
    const all = pages(spots(count))
    expect(all.length).toBe(Math.ceil(count / 6))
    expect(all.flat()).toEqual(spots(count).map((_, i) => `Plek ${count - i}`))
    const lengths = all.map(({ length }) => length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(6)
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
  })

  it('keeps the photos in their place under shorter pages', () => {
    const all = pages([...spots(30), photo])
    expect(all.map(({ length }) => length)).toEqual([4, 4, 3, 4, 4, 4, 3, 4])
    expect(pages([...spots(5), photo])).toHaveLength(1)
  })

  it('begins again after the last page', () => {
    const source = recordsOf([...walk, ...spots(9)])
    expect(exploreView(source, 20_000)).toEqual(exploreView(source, 0))
    expect(exploreView(source, 10_000)).not.toEqual(exploreView(source, 0))
  })

  it('names a group once, whatever the number of its pins', () => {
    const source = recordsOf([...walk, group(1, 'Aan het water'), spot(1, { group: 1 }), spot(2, { group: 1 }), spot(3)])
    expect(exploreView(source).spots.map(({ mark, title }) => [mark, title])).toEqual([
      ['A', 'Aan het water'],
      ['3', 'Plek 3'],
    ])
  })
})
