import type { GroupColor } from '../ui/draw/color.ts'
import type { Source } from './source.ts'

export interface Candidate {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
}

/** A candidate by its group. A group that was merged away keeps its place as a nameless one. */
export function candidateOf(source: Source, id: number): Candidate {
  const group = source.one('group', id).value
  const firstIdea = source.all('idea').value.find((idea) => idea.group === id)
  return {
    id,
    letter: group?.letter ?? '',
    color: group?.color ?? 'moss',
    title: group?.name || firstIdea?.text || '',
  }
}
