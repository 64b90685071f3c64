import type { Entry } from '../../shared/trajectory.ts'
import { type Fault, formOf, readField, type Value, valueIn } from './fields-view.ts'

/** What is typed in one field and is not kept yet. */
export interface Draft {
  readonly text: string
  /** What the field held when the typing began. */
  readonly was: Value
  /** Why the server did not take this text. */
  readonly refused?: Fault
}
/** By the name of the field. */
export type Drafts = Readonly<Record<string, Draft>>

export interface Clash {
  readonly mine: string
  readonly theirs: Value
}
export interface DraftsView {
  readonly faults: Readonly<Record<string, Fault>>
  /** Somebody else changed the same field meanwhile: both texts, to choose from. */
  readonly clashes: Readonly<Record<string, Clash>>
  /** What can be sent: the entry as it was where this desk changed it, and as it shall be. */
  readonly sendable?: { readonly was: Entry; readonly now: Entry; readonly fields: readonly string[] }
}

/** Lays what is typed beside what the server has. What is the same by now is neither sent nor shown as unsaved. */
export function draftsView(current: Entry, drafts: Drafts): DraftsView {
  const faults: Record<string, Fault> = {}
  const clashes: Record<string, Clash> = {}
  const was: Record<string, unknown> = { ...current }
  const now: Record<string, unknown> = { ...current }
  const fields: string[] = []
  for (const [field, draft] of Object.entries(drafts)) {
    const theirs = valueIn(current, field)
    const read = readField(formOf(current.kind, field), draft.text)
    if ('value' in read && read.value === theirs) continue
    if (theirs !== draft.was) clashes[field] = { mine: draft.text, theirs }
    else if ('wrong' in read) faults[field] = read.wrong
    else if (draft.refused) faults[field] = draft.refused
    else {
      was[field] = draft.was
      now[field] = read.value
      fields.push(field)
    }
  }
  if (fields.length === 0) return { faults, clashes }
  return { faults, clashes, sendable: { was: was as unknown as Entry, now: now as unknown as Entry, fields } }
}

export function typed(drafts: Drafts, current: Entry, field: string, text: string): Drafts {
  return { ...drafts, [field]: { text, was: drafts[field]?.was ?? valueIn(current, field) } }
}

/** After an answer: what was kept is no draft any more, unless more was typed meanwhile. */
export function kept(drafts: Drafts, sent: Drafts, now: Entry): Drafts {
  const left: Record<string, Draft> = {}
  for (const [field, draft] of Object.entries(drafts)) {
    const before = sent[field]
    if (!before) left[field] = draft
    else if (before.text !== draft.text) left[field] = { text: draft.text, was: valueIn(now, field) }
  }
  return left
}

export function refused(drafts: Drafts, field: string, why: Fault): Drafts {
  const draft = drafts[field]
  return draft ? { ...drafts, [field]: { ...draft, refused: why } } : drafts
}

/** My text stays: it is now a change of what the other wrote. */
export function chooseMine(drafts: Drafts, current: Entry, field: string): Drafts {
  const draft = drafts[field]
  return draft ? { ...drafts, [field]: { text: draft.text, was: valueIn(current, field) } } : drafts
}

export function without(drafts: Drafts, field: string): Drafts {
  const { [field]: _gone, ...left } = drafts
  return left
}
