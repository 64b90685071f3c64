import { storedSignal } from '../stored.ts'

/** What was typed in a round that asks who joins in, and not saved yet: it outlives the round and the page. */
export const drafts = storedSignal('commit', { contact: '', notes: {} as Readonly<Record<string, string>> })

export function keepNote(key: string, text: string | undefined): void {
  const { [key]: _, ...others } = drafts.peek().notes
  drafts.value = { ...drafts.peek(), notes: text === undefined ? others : { ...others, [key]: text } }
}
