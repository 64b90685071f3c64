import { type GroupOfIdeas, groupsOf, groupsWithIdeas } from './groups-of.ts'
import type { Source } from './source.ts'

export interface PitchView {
  /** Absent while nobody explains. */
  readonly now?: GroupOfIdeas
  /** The first in order that has not been yet. */
  readonly next?: GroupOfIdeas
  readonly been: readonly GroupOfIdeas[]
  readonly groups: readonly GroupOfIdeas[]
}

export function pitchView(source: Source): PitchView {
  const pitch = source.one('round').value?.pitch
  const groups = groupsWithIdeas(source)
  const been = groups.filter(({ id }) => pitch?.done.includes(id))
  return {
    now: groupsOf(source).find(({ id }) => id === pitch?.group),
    next: groups.find((group) => group.id !== pitch?.group && !been.includes(group)),
    been,
    groups,
  }
}
