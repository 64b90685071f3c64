import type { GroupRecord, IdeaRecord, ProposalRecord } from '../shared/generated/record.ts'
import { groupsWithMine, type Room } from './room.ts'
import type { Translation } from './room-words.tsx'

/** A group of ideas as people speak of it: by its letter and what it is called. */
export interface Group {
  readonly id: number
  readonly letter: string
  readonly color: GroupRecord['color']
  /** Of a group without a name: its first idea. */
  readonly title: string
  /** Of its first idea, where it is called after that. */
  readonly translation: Translation
  /** The ideas in it, when there is more to read than the title. */
  readonly ideas: readonly Pick<IdeaRecord, 'id' | 'text' | 'explanation' | 'translation'>[]
  /** An idea of mine is in it. */
  readonly own: boolean
}

/** The groups with something in them, in the order that everybody sees. */
export function groupsWithIdeas(room: Room): Group[] {
  const filled = new Set(liveIdeas(room).map(({ group }) => group))
  return [...room.records.all('group').value]
    .filter(({ id }) => filled.has(id))
    .sort((a, b) => a.order - b.order || a.id - b.id)
    .map(({ id }) => groupOf(room, id))
}

export function groupOf(room: Room, id: number): Group {
  const group = room.records.one('group', id).value
  const inside = liveIdeas(room)
    .filter((idea) => idea.group === id)
    .sort((a, b) => a.order - b.order || a.id - b.id)
  const title = group?.name || inside[0]?.text || ''
  const pictured = new Set(room.records.all('photo').value.map(({ idea }) => idea))
  const told =
    inside.length > 1 ||
    inside.some(({ id, text, explanation }) => explanation || text !== title || pictured.has(id))
  return {
    id,
    letter: group?.letter ?? '',
    color: group?.color ?? 'moss',
    title,
    translation: group?.name ? group.translation : inside[0]?.translation,
    ideas: told ? inside : [],
    own: groupsWithMine(room).has(id),
  }
}

function liveIdeas(room: Room): IdeaRecord[] {
  return room.records.all('idea').value.filter(({ status }) => status === 'live')
}

/** What a proposal does not fit in, as far as somebody said so. */
export type Misfit = 'time' | 'money'

export function misfitsOf(proposal: Pick<ProposalRecord, 'in_time' | 'in_money'> | undefined): Misfit[] {
  return [
    ...(proposal?.in_time === 'no' ? (['time'] as const) : []),
    ...(proposal?.in_money === 'no' ? (['money'] as const) : []),
  ]
}

/** The words of a proposal; undefined as long as it says nothing. */
export function proposalOf(room: Room, group: number): ProposalRecord | undefined {
  const proposal = room.records.one('proposal', group).value
  const says = proposal && [proposal.what, proposal.where, proposal.whom].some((part) => part !== '')
  return says || misfitsOf(proposal).length > 0 ? proposal : undefined
}
