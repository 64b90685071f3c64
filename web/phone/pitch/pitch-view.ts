import { type Group, groupOf, groupsWithIdeas } from '../groups.ts'
import type { Room } from '../room.ts'

export interface PitchView {
  /** The group that explains itself. */
  readonly now: Group | undefined
  readonly done: readonly Group[]
  readonly toCome: readonly Group[]
}

export function pitchView(room: Room): PitchView {
  const pitch = room.records.one('round').value?.pitch
  const done = pitch?.done ?? []
  const groups = groupsWithIdeas(room)
  return {
    now: pitch?.group ? groupOf(room, pitch.group) : undefined,
    done: groups.filter(({ id }) => done.includes(id)),
    toCome: groups.filter(({ id }) => !done.includes(id) && id !== pitch?.group),
  }
}
