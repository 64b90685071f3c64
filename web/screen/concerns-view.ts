import { type Candidate, candidateOf } from './candidate.ts'
import type { Source } from './source.ts'

export interface IdeaMood extends Candidate {
  readonly place: number
  readonly fine: number
  readonly worried: number
  /** Of the worries, those of which nothing was said yet. */
  readonly open: number
}

export interface ConcernsView {
  readonly ideas: readonly IdeaMood[]
  readonly open: number
  readonly worried: number
}

/** How the ideas of the top stand with the room: counts only, the best place first. */
export function concernsView(source: Source): ConcernsView {
  const entries = source.one('top').value?.entries ?? []
  const moods = source.one('moods').value?.ideas ?? []
  const ideas = entries.map((entry): IdeaMood => {
    const group = candidateOf(source, entry.candidate)
    const mood = moods.find(({ candidate }) => candidate === entry.candidate)
    return {
      ...group,
      letter: entry.letter || group.letter,
      title: entry.title || group.title,
      place: entry.place,
      fine: mood?.fine ?? 0,
      worried: mood?.worried ?? 0,
      open: mood?.open ?? 0,
    }
  })
  ideas.sort((a, b) => a.place - b.place || a.id - b.id)
  const sum = (of: (idea: IdeaMood) => number) => ideas.reduce((total, idea) => total + of(idea), 0)
  return { ideas, open: sum(({ open }) => open), worried: sum(({ worried }) => worried) }
}
