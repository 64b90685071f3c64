import { t } from '../text/console.ts'
import { currentRound, type Picture, type Send } from './picture.ts'

/** A page of a show by what the tablet knows of it. */
export interface PageLine {
  readonly key: string
  readonly title: string
  /** Of a photo or a slide. */
  readonly picture?: number
  /** A photo that the room may not see (any more): its page stays empty there. */
  readonly unseen: boolean
}

export interface ShowView {
  readonly round: number
  /** 0: the words of the round. */
  readonly page: number
  readonly pages: number
  readonly title: string
  readonly back?: () => void
  readonly next?: () => void
  readonly turnTo: (page: number) => void
}

export type Wish = { kind: 'photo' | 'concept' | 'slide'; picture: number; concept_id: string }
export type ConceptName = (id: string) => string

export const conceptsMax = 5
export const pagesMax = 40

/** Undefined outside a show. */
export function showView(picture: Picture, send: Send): ShowView | undefined {
  const show = picture.round?.show
  const round = currentRound(picture)
  if (!show || !round) return undefined
  const { page } = show
  const pages = show.pages.length
  const turnTo = (to: number) => void send('turn_page', { round: round.id, page: to })
  const now = show.pages[page - 1]
  const line = now && lineOf(picture, now, page, () => now.title)
  return {
    round: round.id,
    page,
    pages,
    title: line?.title ?? t('show.words'),
    turnTo,
    ...(page > 0 ? { back: () => turnTo(page - 1) } : {}),
    ...(page < pages ? { next: () => turnTo(page + 1) } : {}),
  }
}

export function wishesOf(picture: Picture, round: number): readonly Wish[] {
  const found = picture.agenda?.rounds.find(({ id }) => id === round)
  return (found?.pages ?? []).map(({ kind, picture, concept_id }) => ({ kind, picture, concept_id }))
}

export function pageLines(picture: Picture, wishes: readonly Wish[], nameOf: ConceptName): readonly PageLine[] {
  return wishes.map((wish, index) => lineOf(picture, wish, index + 1, () => nameOf(wish.concept_id)))
}

function lineOf(
  picture: Picture,
  { kind, picture: id }: { kind: Wish['kind']; picture: number },
  number: number,
  name: () => string,
): PageLine {
  const key = `${kind} ${id} ${name()}`
  if (kind === 'concept') return { key, title: name(), unseen: false }
  if (kind === 'slide') return { key, title: t('show.slide', { n: number }), picture: id, unseen: false }
  const photo = picture.photos.find((one) => one.id === id)
  const idea = picture.ideas.find((one) => one.id === photo?.idea)
  return {
    key,
    title: t('show.photo_of', { text: photo?.description || idea?.text || '…' }),
    picture: id,
    unseen: !photo?.released || photo.status !== 'here',
  }
}

const same = (a: Wish, b: Wish) =>
  a.kind === b.kind && a.picture === b.picture && a.concept_id === b.concept_id
export const samePages = (a: readonly Wish[], b: readonly Wish[]): boolean =>
  a.length === b.length && a.every((one, at) => same(one, b[at] as Wish))

type Change = (pages: readonly Wish[]) => readonly Wish[]

/** Changes name the page itself: by the time one is made the others may have moved. */
export function moved(page: Wish, by: 1 | -1): Change {
  return (pages) => {
    const at = pages.findIndex((one) => same(one, page))
    if (at < 0 || at + by < 0 || at + by >= pages.length) return pages
    const other = [...pages]
    other.splice(at + by, 0, ...other.splice(at, 1))
    return other
  }
}
export const without =
  (page: Wish): Change =>
  (pages) =>
    pages.filter((one) => !same(one, page))
export const added =
  (page: Wish): Change =>
  (pages) =>
    pages.some((one) => same(one, page)) ? pages : [...pages, page]
