import type { GroupColor } from '../ui/draw/color.ts'
import { groupsWithIdeas, groupTitle, ideasOf, type Picture, type Send } from './picture.ts'

export interface PitchRow {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  readonly ideas: number
  readonly state: 'now' | 'done' | 'ahead'
  readonly start?: () => void
}

export interface PitchView {
  readonly rows: readonly PitchRow[]
  /** The first that has not explained itself. */
  readonly next?: PitchRow
  readonly stop?: () => void
}

export function pitchView(picture: Picture, send: Send): PitchView {
  const pitch = picture.round?.pitch
  const done = new Set(pitch?.done)
  const rows = groupsWithIdeas(picture)
    .map((group): PitchRow => {
      const state = group.id === pitch?.group ? 'now' : done.has(group.id) ? 'done' : 'ahead'
      return {
        id: group.id,
        letter: group.letter,
        color: group.color,
        title: groupTitle(picture, group.id),
        ideas: ideasOf(picture, group.id).length,
        state,
        ...(state === 'now' ? {} : { start: () => void send('start_pitch', { group: group.id }) }),
      }
    })
  const next = rows.find((row) => row.state === 'ahead')
  return {
    rows,
    ...(next ? { next } : {}),
    ...(pitch?.group ? { stop: () => void send('start_pitch', { group: 0 }) } : {}),
  }
}
