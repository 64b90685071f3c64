import { signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { PageChanges } from './page-changes.ts'
import type { Picture, Send } from './picture.ts'
import { aPicture, aRound, anAgenda } from './picture-fixture.ts'
import { added, moved, samePages, type Wish, wishesOf, without } from './show-view.ts'

const slide = (picture: number): Wish => ({ kind: 'slide', picture, concept_id: '' })

/** A show on a server: it takes a list that was made from its own, and tells so a moment later. */
function aShow(...pages: number[]) {
  const picture = signal<Picture>(aPicture({}))
  let there: readonly Wish[] = []
  const tell = (now: readonly Wish[]) => {
    there = now
    setTimeout(() => {
      const round = { ...aRound(2, 'show', 'now'), pages: now.map((page) => ({ ...page, width: 1, height: 1, words: null })) }
      picture.value = aPicture({ agenda: anAgenda([round]) })
    })
  }
  const asked: string[] = []
  const send: Send = (op, args) => {
    asked.push(op)
    const { was, pages: wanted } = args as { was: Wish[]; pages: Wish[] }
    if (!samePages(was, there)) return Promise.resolve({ ok: false, refusal: 'changed_meanwhile' })
    tell(wanted)
    return Promise.resolve({ ok: true })
  }
  tell(pages.map(slide))
  return {
    changes: new PageChanges(2, picture, send),
    arrives: (id: number) => tell([...there, slide(id)]),
    asked,
    ids: () => there.map(({ picture: id }) => id),
    shown: () => wishesOf(picture.value, 2).map(({ picture: id }) => id),
  }
}
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('The pages of a show', () => {
  it('keep what two quick taps do', async () => {
    const show = aShow(1, 2, 3)
    await settle()
    await Promise.all([show.changes.make(without(slide(1))), show.changes.make(without(slide(2)))])
    expect(show.ids()).toEqual([3])
    expect(show.shown()).toEqual([3])
  })

  it('keep a slide that comes in between', async () => {
    const show = aShow(1, 2)
    await settle()
    show.arrives(9)
    expect(await show.changes.make(moved(slide(2), -1))).toEqual({ ok: true })
    expect(show.ids()).toEqual([2, 1, 9])
    expect(show.asked).toHaveLength(2)
  })

  it('ask nothing for what is so already', async () => {
    const show = aShow(1)
    await settle()
    await show.changes.make(without(slide(7)))
    await show.changes.make(moved(slide(1), -1))
    await show.changes.make(added(slide(1)))
    expect(show.asked).toEqual([])
  })
})
