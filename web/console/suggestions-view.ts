import type { PendingCommand } from '../shared/session-link.ts'
import {
  type Group,
  groupColor,
  groupLetter,
  groupTitle,
  ideasOf,
  inOrder,
  type Picture,
  type Send,
  type Suggestion,
} from './picture.ts'

/** More at once would be a list to work off; the next one comes when one is gone. */
const shownAtOnce = 3

/** Ideas without a group that look alike. Everything is done by the facilitator, one by one. */
export interface SuggestionView {
  readonly key: string
  readonly ideas: readonly number[]
  readonly words: string
  /** Of the group that they would fit; a new one otherwise. */
  readonly group?: { readonly letter: string; readonly name: string; readonly color: Group['color'] }
  readonly accept: () => Promise<boolean>
  readonly putAway: () => void
}

export interface SuggestionsView {
  readonly shown: readonly SuggestionView[]
  /** Put away on this tablet, and still true. */
  readonly away: number
}

export function suggestionsView(
  picture: Picture,
  away: PutAway,
  send: Send,
  pending: readonly PendingCommand[] = [],
): SuggestionsView {
  const none = { shown: [], away: 0 }
  const kind = picture.round?.kind
  if (picture.session?.status === 'ended' || (kind !== 'group' && kind !== 'ideas')) return none
  const asked = new Set(pending.flatMap(placedBy))
  const loose = new Set(ideasOf(picture, 0).map((idea) => idea.id))
  const groups = new Set(inOrder(picture.groups).map((group) => group.id))

  const still = picture.suggestions
    .map((one) => ({ ...one, ideas: one.ideas.filter((id) => loose.has(id) && !asked.has(id)) }))
    .filter((one) => kind === 'group' || one.group === 0) // groups are not to be seen while ideas stream in
    .filter((one) => (one.group === 0 ? one.ideas.length > 1 : groups.has(one.group) && one.ideas.length > 0))
  const wanted = still.filter((one) => !isAway(away, one))
  return {
    shown: wanted.slice(0, shownAtOnce).map((one) => suggestionView(picture, one, away, send)),
    away: still.length - wanted.length,
  }
}

function suggestionView(picture: Picture, one: Suggestion, away: PutAway, send: Send): SuggestionView {
  const { ideas, group } = one
  const moved = ideas.map((idea) => ({ idea, from: 0 }))
  const view = {
    key: `${group}:${ideas.join()}`,
    ideas,
    words: one.words.join(', '),
    putAway: () => away.add(one),
  }
  if (group === 0)
    return { ...view, accept: async () => (await send('create_group', { name: '', ideas: moved })).ok }
  return {
    ...view,
    group: {
      letter: groupLetter(picture, group),
      name: groupTitle(picture, group),
      color: groupColor(picture, group),
    },
    accept: async () => (await send('move_ideas', { ideas: moved, to: group, before: 0 })).ok,
  }
}

/** What was put away on this tablet: the same ideas, or some of them, are not proposed for the same again. */
export interface PutAway {
  readonly all: readonly Suggestion[]
  readonly add: (one: Suggestion) => void
}

function isAway(away: PutAway, one: Suggestion): boolean {
  return away.all.some(
    (other) => other.group === one.group && one.ideas.every((idea) => other.ideas.includes(idea)),
  )
}

function placedBy(command: PendingCommand): number[] {
  if (command.op !== 'create_group' && command.op !== 'move_ideas') return []
  return command.args.ideas.map((moved) => moved.idea)
}
