import type { Candidate } from './candidate.ts'
import { type IdeaPhoto, photoOf } from './photo-of.ts'
import type { Source } from './source.ts'

export interface IdeaLine {
  readonly id: number
  readonly text: string
  readonly photo?: IdeaPhoto
}

export interface GroupOfIdeas extends Candidate {
  readonly count: number
  /** Its ideas in their order, without the one that it is called after, unless that has a photo. */
  readonly headlines: readonly IdeaLine[]
}

/** All groups in their order, with the ideas that lie in them. */
export function groupsOf(source: Source): readonly GroupOfIdeas[] {
  // Played back, what has been erased since has no words.
  const ideas = source.all('idea').value.filter((idea) => idea.status === 'live' && idea.text)
  return [...source.all('group').value]
    .sort((a, b) => a.order - b.order || a.id - b.id)
    .map(({ id, letter, color, name }) => {
      const own = ideas
        .filter((idea) => idea.group === id)
        .sort((a, b) => a.order - b.order || a.id - b.id)
        .map(({ id, text }): IdeaLine => {
          const photo = photoOf(source, id)
          return { id, text, ...(photo ? { photo } : {}) }
        })
      const title = name || (own[0]?.text ?? '')
      return {
        id,
        letter,
        color,
        title,
        count: own.length,
        headlines: own[0]?.text === title && !own[0].photo ? own.slice(1) : own,
      }
    })
}

/** Those in which something lies: what a room can explain, choose and sharpen. */
export function groupsWithIdeas(source: Source): readonly GroupOfIdeas[] {
  return groupsOf(source).filter((group) => group.count > 0)
}
