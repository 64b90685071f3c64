import { storedSignal } from '../stored.ts'
import type { ProposalDraft } from './wording.ts'

const drafts = storedSignal<Readonly<Record<string, ProposalDraft>>>('proposals', {})

/** What this phone writes for a group and has not been received yet; kept while it is written. */
export function draftOf(session: string, group: number): ProposalDraft | undefined {
  return drafts.value[key(session, group)]
}

export function keepDraft(session: string, group: number, draft: ProposalDraft | undefined): void {
  const { [key(session, group)]: _, ...others } = drafts.peek()
  drafts.value = draft ? { ...others, [key(session, group)]: draft } : others
}

function key(session: string, group: number): string {
  return `${session}.${group}`
}
