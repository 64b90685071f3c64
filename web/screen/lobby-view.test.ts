import { describe, expect, it } from 'vitest'
import { lobbyView } from './lobby-view.ts'
import { people, recordsOf, session } from './records-of.ts'

const wide = 1920

describe('The lobby', () => {
  it('names everybody up to 24 people', () => {
    const view = lobbyView(recordsOf([session(), ...people(24)]), wide)
    expect(view.people.every((person) => person.name !== undefined)).toBe(true)
    expect(view.count).toBe(24)
  })

  it('names only the last twelve from 25 people on', () => {
    const view = lobbyView(recordsOf([session(), ...people(25)]), wide)
    expect(view.people.filter((person) => person.name !== undefined).map((person) => person.id)).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
    ])
  })

  it('leaves a place in the ground for who has yet to come', () => {
    expect(lobbyView(recordsOf([session(), ...people(17)]), wide).emptyAt).toHaveLength(7)
    expect(lobbyView(recordsOf([session({ seats_max: 6 }), ...people(2)]), wide).emptyAt).toHaveLength(4)
  })

  it('lets people bear what they took along, and leaves a stem of who took nothing', () => {
    const [first, second] = people(2)
    const bee = { ...first, symbol: 'bee' } as typeof first
    const view = lobbyView(recordsOf([session(), bee, second].filter((record) => record !== undefined)), wide)
    expect(view.people.map(({ symbol }) => symbol)).toEqual(['bee', undefined])
  })

  it('does not show who was removed', () => {
    const [first, second] = people(2)
    const gone = { ...second, state: 'removed' } as typeof first
    const view = lobbyView(recordsOf([session(), first, gone].filter((record) => record !== undefined)), wide)
    expect(view.people.map((person) => person.id)).toEqual([1])
  })

  it.each([1920, 1440])('keeps names on one line apart on a scene %i wide', (width) => {
    for (const count of [1, 12, 24, 25, 30]) {
      const view = lobbyView(recordsOf([session(), ...people(count, () => 'Oleksandra')]), width)
      for (let row = 0; row < view.nameRows; row += 1) {
        const onLine = view.people.filter((person) => person.name && person.row === row)
        for (let i = 1; i < onLine.length; i += 1) {
          const gap = (onLine[i]?.x ?? 0) - (onLine[i - 1]?.x ?? 0)
          expect(gap, `${count} people, line ${row}`).toBeGreaterThanOrEqual(view.nameWidth)
        }
      }
    }
  })

  it('is full when every seat is taken', () => {
    expect(lobbyView(recordsOf([session({ seats_max: 3 }), ...people(3)]), wide).full).toBe(true)
    expect(lobbyView(recordsOf([session({ seats_max: 3 }), ...people(2)]), wide).full).toBe(false)
  })
})
