import type { GroupRecord, IdeaRecord } from '../../shared/generated/record.ts'
import type { Outcome } from '../../shared/session-link.ts'
import type { Room } from '../room.ts'
import type { Translation } from '../room-words.tsx'

export interface GroupedIdea {
  readonly id: number
  readonly text: string
  readonly translation: Translation
  readonly mine: boolean
  /** Who has it in the hand, when that is somebody else. */
  readonly heldBy?: string
  /** Present when this person may move it now. */
  readonly move?: IdeaMove
}

export interface IdeaMove {
  /** Lets others see that it is in my hand; lasts 10 s. */
  readonly hold: () => Promise<Outcome>
  readonly release: () => Promise<Outcome>
  readonly to: (group: number) => Promise<Outcome>
}

export interface GroupColumn {
  /** 0 is the inbox. */
  readonly id: number
  readonly name: string
  readonly letter: string
  readonly color: GroupRecord['color']
  readonly ideas: readonly GroupedIdea[]
}

export interface GroupView {
  readonly groups: readonly GroupColumn[]
  readonly inbox: readonly GroupedIdea[]
  readonly mayHelp: boolean
  /** Helping needs a connection: who moves what must be seen at once. */
  readonly offline: boolean
}

export function groupView(room: Room): GroupView {
  const { records } = room
  const mayHelp = records.one('round').value?.grouping_allowed === true
  const offline = room.status.value !== 'live'
  const me = records.one('me').value
  const own = new Set(records.all('my_idea').value.map(({ id }) => id))
  const live = records
    .all('idea')
    .value.filter(({ status }) => status === 'live')
    .sort((a, b) => a.order - b.order || a.id - b.id)

  const shown = (idea: IdeaRecord): GroupedIdea => {
    const held = idea.hold && idea.hold.person !== me?.person ? idea.hold : undefined
    const mayMove = mayHelp && !offline && !held
    return {
      id: idea.id,
      text: idea.text,
      translation: idea.translation,
      mine: own.has(idea.id),
      ...(held ? { heldBy: held.name } : {}),
      ...(mayMove ? { move: moveOf(room, idea) } : {}),
    }
  }
  const inGroup = (group: number) => live.filter((idea) => idea.group === group).map(shown)

  return {
    groups: [...records.all('group').value]
      .sort((a, b) => a.order - b.order || a.id - b.id)
      .map(({ id, name, letter, color }) => ({ id, name, letter, color, ideas: inGroup(id) })),
    inbox: inGroup(0),
    mayHelp,
    offline,
  }
}

function moveOf(room: Room, { id, group }: IdeaRecord): IdeaMove {
  return {
    hold: () => room.send('hold_idea', { idea: id }),
    release: () => room.send('release_idea', { idea: id }),
    to: (to) => room.send('move_ideas', { ideas: [{ idea: id, from: group }], to, before: 0 }),
  }
}
