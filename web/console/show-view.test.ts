import { beforeEach, describe, expect, it } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { aPicture, aRound, anAgenda, recorder, theRound } from './picture-fixture.ts'
import { added, moved, pageLines, showView, type Wish, wishesOf, without } from './show-view.ts'

const view = (kind: 'concept' | 'photo' | 'slide', picture = 0, title = '') => ({
  kind,
  picture,
  width: 0,
  height: 0,
  title,
  text: '',
  facts: [],
})
const wish = (kind: Wish['kind'], picture: number, concept_id = ''): Wish => ({ kind, picture, concept_id })
const photo = {
  type: 'photo' as const,
  id: 3,
  idea: 1,
  description: 'De vijver',
  status: 'here' as const,
  released: true,
  width: 4,
  height: 3,
}

beforeEach(() => setLanguage('nl'))

describe('A show on the tablet', () => {
  const at = (page: number) =>
    aPicture({
      agenda: anAgenda([aRound(1, 'show', 'now')]),
      round: theRound('show', { show: { page, pages: [view('concept', 0, 'Poel'), view('slide', 7)] } }),
    })

  it('turns its pages one by one, and no further than they go', () => {
    const { send, asked } = recorder()
    expect(showView(at(0), send)?.title).toBe('De tekst van deze ronde')
    expect(showView(at(0), send)?.back).toBeUndefined()
    showView(at(0), send)?.next?.()
    expect(showView(at(1), send)?.title).toBe('Poel')
    expect(showView(at(2), send)?.title).toBe('Dia 2')
    expect(showView(at(2), send)?.next).toBeUndefined()
    showView(at(2), send)?.back?.()
    expect(asked).toEqual([
      ['turn_page', { round: 1, page: 1 }],
      ['turn_page', { round: 1, page: 1 }],
    ])
    expect(showView(aPicture({ round: theRound('ideas') }), send)).toBeUndefined()
  })

  it('names its pages, and says which photo the room does not see', () => {
    const picture = aPicture({ photos: [photo, { ...photo, id: 4, released: false }] })
    const lines = pageLines(
      picture,
      [wish('concept', 0, 'poel'), wish('photo', 3), wish('photo', 4), wish('photo', 9), wish('slide', 7)],
      () => 'Poel',
    )
    expect(lines.map(({ title }) => title)).toEqual([
      'Poel',
      'Foto: De vijver',
      'Foto: De vijver',
      'Foto: …',
      'Dia 5',
    ])
    expect(lines.map(({ unseen }) => unseen)).toEqual([false, false, true, true, false])
  })

  it('puts pages in another order, and takes one away', () => {
    const round = {
      ...aRound(2, 'show', 'ahead'),
      pages: [1, 2, 3].map((id) => ({ ...wish('slide', id), width: 1, height: 1, words: null })),
    }
    const wishes = wishesOf(aPicture({ agenda: anAgenda([aRound(1, 'lobby', 'now'), round]) }), 2)
    const ids = (all: readonly Wish[]) => all.map(({ picture }) => picture)
    expect(ids(wishes)).toEqual([1, 2, 3])
    expect(ids(moved(wish('slide', 3), -1)(wishes))).toEqual([1, 3, 2])
    expect(ids(moved(wish('slide', 1), 1)(wishes))).toEqual([2, 1, 3])
    expect(ids(moved(wish('slide', 1), -1)(wishes))).toEqual([1, 2, 3])
    expect(ids(without(wish('slide', 2))(wishes))).toEqual([1, 3])
    expect(ids(added(wish('slide', 4))(wishes))).toEqual([1, 2, 3, 4])
    expect(wishesOf(aPicture({}), 2)).toEqual([])
  })
})
