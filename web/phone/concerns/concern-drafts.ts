import { storedSignal } from '../stored.ts'

const drafts = storedSignal<Readonly<Record<string, string>>>('concerns', {})

/** A word about a concern that was typed and not saved yet. */
export function concernDraft(session: string, candidate: number): string | undefined {
  return drafts.value[`${session}.${candidate}`]
}

export function keepConcernDraft(session: string, candidate: number, text: string | undefined): void {
  const { [`${session}.${candidate}`]: _, ...others } = drafts.peek()
  drafts.value = text === undefined ? others : { ...others, [`${session}.${candidate}`]: text }
}
