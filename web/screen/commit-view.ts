import { type Candidate, candidateOf } from './candidate.ts'
import { ground, type Source } from './source.ts'

export interface CommitStem extends Candidate {
  readonly x: number
  readonly width: number
  readonly height: number
  readonly lead: boolean
  readonly people: number
}

export interface CommitView {
  readonly stems: readonly CommitStem[]
  readonly withLead: number
  /** Where the stems stand: higher when the columns are narrow and words need more lines. */
  readonly ground: number
}

export function commitView(source: Source, width: number): CommitView {
  const entries = source.one('top').value?.entries ?? []
  const leads = source.one('leads').value?.ideas ?? []
  const candidates =
    leads.length > 0
      ? leads
      : entries.map((entry) => ({ candidate: entry.candidate, lead: false, people: 0 }))
  const { left, right } = ground(width)
  const slot = (right - left) / Math.max(candidates.length, 1)
  const groundY = slot < 300 ? 640 : 720
  const stems = candidates.map((idea, i): CommitStem => {
    const entry = entries.find((one) => one.candidate === idea.candidate)
    const group = candidateOf(source, idea.candidate)
    return {
      ...group,
      letter: entry?.letter || group.letter,
      title: entry?.title || group.title,
      x: Math.round(left + (i + 0.5) * slot),
      width: Math.round(slot),
      // One leaf for each person, as far as the sky allows.
      height: Math.min(74 + idea.people * 50, groundY - 330),
      lead: idea.lead,
      people: idea.people,
    }
  })
  return { stems, ground: groundY, withLead: stems.filter((stem) => stem.lead).length }
}
