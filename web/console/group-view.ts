import type { PendingCommand } from '../shared/session-link.ts'
import { t } from '../text/console.ts'
import { type Group, groupTitle, type Idea, ideasOf, inOrder, type Picture, type Send } from './picture.ts'

export interface PlacedIdea {
  readonly id: number
  readonly text: string
  readonly explanation: string
  readonly beside?: NonNullable<Idea['translation']>
  /** The first that nobody hid, whether the room sees it or not. */
  readonly photo?: number
  /** "Anna verplaatst dit nu" */
  readonly held?: string
}

export interface GroupColumn {
  readonly id: number
  readonly letter: string
  readonly color: Group['color']
  readonly name: string
  readonly named: boolean
  readonly ideas: readonly PlacedIdea[]
  readonly rename?: (name: string) => Promise<boolean>
  readonly mergeInto?: (group: number) => void
  readonly dissolve?: () => void
}

export interface GroupView {
  readonly inbox: readonly PlacedIdea[]
  readonly columns: readonly GroupColumn[]
  readonly anyIdeas: boolean
  readonly allowed: boolean
  readonly allow?: (allowed: boolean) => void
  /** Before another idea there, or at the end (0). */
  readonly move?: (ideas: readonly number[], to: number, before: number) => void
  readonly create?: (name: string, ideas: readonly number[]) => Promise<boolean>
  readonly merge?: (ideas: readonly number[], into: number) => Promise<boolean>
  readonly hide?: (ideas: readonly number[]) => void
  readonly light?: (ideas: readonly number[]) => void
  readonly later?: (ideas: readonly number[]) => void
  readonly hold?: (idea: number) => Promise<boolean>
  readonly release?: (idea: number) => void
}

export function groupView(
  known: Picture,
  now: number,
  send: Send,
  pending: readonly PendingCommand[] = [],
): GroupView {
  const picture = { ...known, ideas: withPendingMoves(known.ideas, pending) }
  const open = picture.session?.status !== 'ended' && picture.round?.kind === 'group'
  const view: GroupView = {
    inbox: ideasOf(picture, 0).map((idea) => placed(picture, idea, now)),
    columns: inOrder(picture.groups).map((group) => column(picture, group, now, open ? send : undefined)),
    anyIdeas: picture.ideas.some((idea) => idea.status === 'live'),
    allowed: picture.round?.grouping_allowed ?? false,
  }
  if (!open) return view

  const groupOf = (id: number) => known.ideas.find((idea) => idea.id === id)?.group ?? 0
  return {
    ...view,
    allow: (allowed) => void send('allow_grouping', { allowed }),
    move: (ideas, to, before) =>
      void send('move_ideas', { ideas: ideas.map((idea) => ({ idea, from: groupOf(idea) })), to, before }),
    create: async (name, ideas) => {
      const from = ideas.length > 0 ? groupOf(ideas[0] as number) : 0
      const together = from !== 0 && ideas.every((idea) => groupOf(idea) === from)
      const outcome = together
        ? await send('split_group', { group: from, ideas: [...ideas], name })
        : await send('create_group', { name, ideas: ideas.map((idea) => ({ idea, from: groupOf(idea) })) })
      return outcome.ok
    },
    merge: async (ideas, into) =>
      (await send('merge_ideas', { ideas: ideas.filter((id) => id !== into), into })).ok,
    light: ([idea]) => void (idea && send('spotlight', { idea })),
    hide: (ideas) => void send('hide_idea', { ideas: [...ideas], hidden: true }),
    later: (ideas) => void send('keep_for_later', { ideas: [...ideas], later: true }),
    hold: async (idea) => (await send('hold_idea', { idea })).ok,
    release: (idea) => void send('release_idea', { idea }),
  }
}

/** True when all of these lie in one and the same group, so that a new group would split it. */
export function liesInOneGroup(view: GroupView, ideas: readonly number[]): boolean {
  return view.columns.some(
    (column) => ideas.length > 0 && ideas.every((id) => column.ideas.some((idea) => idea.id === id)),
  )
}

function column(picture: Picture, group: Group, now: number, send: Send | undefined): GroupColumn {
  const shown: GroupColumn = {
    id: group.id,
    letter: group.letter,
    color: group.color,
    name: groupTitle(picture, group.id),
    named: group.name !== '',
    ideas: ideasOf(picture, group.id).map((idea) => placed(picture, idea, now)),
  }
  if (!send) return shown
  return {
    ...shown,
    rename: async (name) => (await send('rename_group', { group: group.id, name })).ok,
    mergeInto: (into) => void send('merge_groups', { group: group.id, into }),
    dissolve: () => void send('dissolve_group', { group: group.id }),
  }
}

function placed(picture: Picture, idea: Idea, now: number): PlacedIdea {
  const photo = picture.photos.find((one) => one.idea === idea.id && one.status === 'here')
  const card = {
    id: idea.id,
    text: idea.text,
    explanation: idea.explanation,
    ...(idea.translation ? { beside: idea.translation } : {}),
    ...(photo ? { photo: photo.id } : {}),
  }
  if (!idea.hold || idea.hold.until <= now) return card
  const name = idea.hold.name || t(idea.hold.person === 0 ? 'group.hold_facilitator' : 'refused.someone')
  return { ...card, held: t('group.hold', { name }) }
}

/** What was dropped lies there at once; the server's answer puts it right when it must. */
function withPendingMoves(ideas: readonly Idea[], pending: readonly PendingCommand[]): readonly Idea[] {
  let shown = ideas
  for (const command of pending) {
    if (command.op !== 'move_ideas') continue
    const { to, before } = command.args
    const moved = new Set(command.args.ideas.map((one) => one.idea))
    const target = shown.find((idea) => idea.id === before)
    const last = Math.max(0, ...shown.filter((idea) => idea.group === to).map((idea) => idea.order))
    const order = target ? target.order - 1e-6 : last + 1
    shown = shown.map((idea) => (moved.has(idea.id) ? { ...idea, group: to, order } : idea))
  }
  return shown
}
