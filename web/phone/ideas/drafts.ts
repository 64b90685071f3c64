import { storedSignal } from '../stored.ts'

export interface WrittenDraft {
  readonly text: string
  readonly explanation: string
  /** The key of a photo that goes along. */
  readonly photo?: string
  /** Where on the site plan. */
  readonly place?: { readonly x: number; readonly y: number }
}

export const emptyDraft: WrittenDraft = { text: '', explanation: '' }

/** What is being written; kept while it is written, so that a killed page loses no letter. */
export const draft = storedSignal<WrittenDraft>('draft', emptyDraft)

/** Texts that were sent and refused, with the reason in words, until somebody does something with them. */
export const refusedDrafts = storedSignal<readonly (WrittenDraft & { readonly reason: string })[]>(
  'refused',
  [],
)
