import { describe, expect, it } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import { shownPage, showView } from './show-view.ts'
import { recordsOf, round, session } from './records-of.ts'

const wide = 1920

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

  it('puts a long list of short lines in columns, and sentences never', () => {
    expect(show('Namen', 'Een naam\n'.repeat(20)).columns).toBe(2)
    expect(show('Namen', 'Een naam\n'.repeat(60)).columns).toBe(4)
    expect(show('Verhaal', `${'Een naam\n'.repeat(20)}${'woord '.repeat(40)}`).columns).toBe(1)
  })
})

describe('A page of a show', () => {
  const page = { picture: 7, width: 1600, height: 900, title: '', text: '', facts: [] }
  const photo: ServerRecord = {
    type: 'photo',
    id: 3,
    idea: 1,
    description: 'De vijver',
    status: 'here',
    released: true,
    width: 1200,
    height: 900,
  }
  const shown = (at: number, more: ServerRecord[] = []) => {
    const pages = [
      { ...page, kind: 'slide' as const },
      { ...page, kind: 'photo' as const, picture: 3, width: 0, height: 0 },
    ]
    return shownPage(recordsOf([session(), { ...round('show'), show: { page: at, pages } }, ...more]))
  }

  it('comes after the words of the round', () => {
    expect(shown(0)).toBeUndefined()
    expect(shown(1)).toMatchObject({ kind: 'slide', picture: 7, wide: true })
  })

  it('is a photo only as long as the room may see it', () => {
    expect(shown(2, [photo])).toMatchObject({ picture: 3, alt: 'De vijver', wide: false })
    expect(shown(2)?.picture).toBe(0)
  })
})
