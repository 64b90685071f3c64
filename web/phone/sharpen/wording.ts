import type { WordProposal } from '../../shared/generated/client-message.ts'

export type Wording = Omit<WordProposal, 'group' | 'revision'>
export type Part = keyof Wording
export type TextPart = 'what' | 'where' | 'whom'
export type FitsPart = 'in_time' | 'in_money'
export type Fits = Wording['in_time']

export const textParts = ['what', 'where', 'whom'] as const
export const fitsParts = ['in_time', 'in_money'] as const
const parts: readonly Part[] = [...textParts, ...fitsParts]

export const emptyWording: Wording = {
  what: '',
  where: '',
  whom: '',
  in_time: 'unknown',
  in_money: 'unknown',
}

/** What is being written, and what stood there when it was begun. */
export interface ProposalDraft {
  readonly base: Wording
  readonly mine: Wording
}

/** A draft laid over what stands there now, which others may have changed meanwhile. */
export interface Merged {
  readonly shown: Wording
  /** It says something else than what stands there. */
  readonly differs: boolean
  /** Parts that I changed and somebody else changed in another way. */
  readonly conflicts: readonly Part[]
}

/** What I left alone follows the others; what I changed stays mine. */
export function merge(draft: ProposalDraft | undefined, now: Wording): Merged {
  if (!draft) return { shown: now, differs: false, conflicts: [] }
  const { base, mine } = draft
  const shown = { ...now }
  const conflicts: Part[] = []
  for (const part of parts) {
    if (mine[part] === base[part]) continue
    put(shown, part, mine[part])
    if (!isSame(now[part], base[part]) && !isSame(now[part], mine[part])) conflicts.push(part)
  }
  return { shown, differs: !saysTheSame(shown, now), conflicts }
}

export function saysTheSame(one: Wording, other: Wording): boolean {
  return parts.every((part) => isSame(one[part], other[part]))
}

/** As it is sent: spaces around a text say nothing. */
export function trimmed(wording: Wording): Wording {
  const { what, where, whom } = wording
  return { ...wording, what: what.trim(), where: where.trim(), whom: whom.trim() }
}

function isSame(one: string, other: string): boolean {
  return one.trim() === other.trim()
}

/** Another word for one part. */
export function written<P extends Part>(
  draft: ProposalDraft | undefined,
  now: Wording,
  part: P,
  value: Wording[P],
): ProposalDraft {
  const { base, mine } = draft ?? { base: now, mine: now }
  // Who did not touch a part before saw what stands there now.
  const from = mine[part] === base[part] ? { ...base, [part]: now[part] } : base
  return { base: from, mine: { ...mine, [part]: value } }
}

/** Mine stays, knowing what the others wrote. */
export function keptMine(draft: ProposalDraft, now: Wording, part: Part): ProposalDraft {
  return { ...draft, base: { ...draft.base, [part]: now[part] } }
}

/** What the others wrote stays. */
export function tookTheirs(draft: ProposalDraft, now: Wording, part: Part): ProposalDraft {
  return {
    base: { ...draft.base, [part]: now[part] },
    mine: { ...draft.mine, [part]: now[part] },
  }
}

/** The same draft; what I left alone is what stands there now. So what is sent of it is mine as a whole. */
export function followed(draft: ProposalDraft, now: Wording): ProposalDraft {
  const left = parts.filter((part) => draft.mine[part] === draft.base[part])
  const there = Object.fromEntries(left.map((part) => [part, now[part]]))
  return { base: { ...draft.base, ...there }, mine: { ...draft.mine, ...there } }
}

function put<P extends Part>(into: Wording, part: P, value: Wording[P]): void {
  into[part] = value
}
