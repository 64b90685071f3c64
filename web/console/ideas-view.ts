import { t } from '../text/console.ts'
import { type Group, type Idea, inOrder, type Picture, type Send } from './picture.ts'

export type Shelf = 'live' | 'hidden' | 'later' | 'merged'
export const shelves: readonly Shelf[] = ['live', 'hidden', 'later', 'merged']

export type Beside = NonNullable<Idea['translation']>

export interface IdeaCard {
  readonly id: number
  readonly text: string
  readonly explanation: string
  /** Its line in another language. */
  readonly beside?: Beside
  /** Puts it into another language; an empty text takes that away. */
  readonly translate?: (beside: Beside) => Promise<boolean>
  /** What it was merged into. */
  readonly partOf?: string
  readonly edit?: (text: string, explanation: string) => Promise<boolean>
  readonly hide?: () => void
  readonly unhide?: () => void
  readonly later?: () => void
  readonly light?: () => void
  readonly fromLater?: () => void
  readonly unmerge?: () => void
}

/** A group of which something was kept for later. */
export interface LaterGroup {
  readonly id: number
  readonly letter: string
  readonly color: Group['color']
  readonly name: string
  readonly ideas: number
  readonly back: () => void
}

export interface IdeasView {
  readonly shelf: Shelf
  readonly counts: Readonly<Record<Shelf, number>>
  /** Newest first: that is what one looks for while they stream in. */
  readonly cards: readonly IdeaCard[]
  readonly empty: string
  /** On the shelf for later: what comes back as a whole. */
  readonly groups: readonly LaterGroup[]
  readonly shared: boolean
  /** Writers are told which shared ideas look like theirs. */
  readonly hints: boolean
  readonly allowHints?: (allowed: boolean) => void
  readonly share?: () => void
  readonly silence?: () => void
  readonly merge?: (ids: readonly number[], into: number) => Promise<boolean>
}

export function ideasView(picture: Picture, shelf: Shelf, send: Send): IdeasView {
  const on = (status: Shelf) => picture.ideas.filter((idea) => idea.status === status)
  const ended = picture.session?.status === 'ended'
  const shared = picture.round?.ideas_shared ?? false
  const inRound = (picture.round?.kind === 'ideas' || picture.round?.kind === 'explore') && !ended
  return {
    shelf,
    counts: {
      live: on('live').length,
      hidden: on('hidden').length,
      later: on('later').length,
      merged: on('merged').length,
    },
    cards: on(shelf)
      .sort((a, b) => b.id - a.id)
      .map((idea) => ideaCard(picture, idea, ended ? undefined : send)),
    empty: emptyText(shelf),
    groups: shelf === 'later' && !ended ? laterGroups(picture, on('later'), send) : [],
    shared,
    hints: picture.round?.hints_allowed ?? false,
    ...(inRound ? { allowHints: (allowed: boolean) => void send('allow_hints', { allowed }) } : {}),
    ...(inRound && !shared ? { share: () => void send('share_ideas', { shared: true }) } : {}),
    ...(inRound && shared ? { silence: () => void send('share_ideas', { shared: false }) } : {}),
    ...(!ended && shelf === 'live'
      ? {
          merge: async (ids: readonly number[], into: number) =>
            (await send('merge_ideas', { ideas: ids.filter((id) => id !== into), into })).ok,
        }
      : {}),
  }
}

function laterGroups(picture: Picture, later: readonly Idea[], send: Send): LaterGroup[] {
  return inOrder(picture.groups).flatMap(({ id, letter, color, name }) => {
    const inside = later.filter((idea) => idea.group === id)
    const [first] = inside
    return first
      ? [
          {
            id,
            letter,
            color,
            name: name || first.text,
            ideas: inside.length,
            back: () => void send('keep_group_for_later', { group: id, later: false }),
          },
        ]
      : []
  })
}

function ideaCard(picture: Picture, idea: Idea, send: Send | undefined): IdeaCard {
  const whole = picture.ideas.find((other) => other.id === idea.merged_into)
  const card: IdeaCard = {
    id: idea.id,
    text: idea.text,
    explanation: idea.explanation,
    ...(idea.translation ? { beside: idea.translation } : {}),
    ...(whole ? { partOf: whole.text } : {}),
  }
  if (!send) return card
  const { id: number, status } = idea
  return {
    ...card,
    ...(status !== 'merged'
      ? {
          edit: async (text: string, explanation: string) =>
            (await send('edit_idea', { idea: number, text, explanation })).ok,
          translate: async (beside: Beside) => (await send('translate_idea', { idea: number, ...beside })).ok,
        }
      : {}),
    ...(status === 'live'
      ? {
          hide: () => void send('hide_idea', { ideas: [number], hidden: true }),
          later: () => void send('keep_for_later', { ideas: [number], later: true }),
        }
      : {}),
    ...(status === 'live' || status === 'later'
      ? { light: () => void send('spotlight', { idea: number }) }
      : {}),
    ...(status === 'hidden' ? { unhide: () => void send('hide_idea', { ideas: [number], hidden: false }) } : {}),
    ...(status === 'later'
      ? { fromLater: () => void send('keep_for_later', { ideas: [number], later: false }) }
      : {}),
    ...(status === 'merged' ? { unmerge: () => void send('unmerge_idea', { idea: number }) } : {}),
  }
}

function emptyText(shelf: Shelf): string {
  if (shelf === 'live') return t('ideas.empty')
  return t(`ideas.none_${shelf}`)
}
