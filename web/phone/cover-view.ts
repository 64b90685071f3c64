import type { Room } from './room.ts'
import type { Translation } from './room-words.tsx'

export type CoverView =
  | { readonly kind: 'pause' }
  | {
      readonly kind: 'light'
      readonly idea: number
      readonly text: string
      readonly translation: Translation
      readonly explanation: string
      readonly mine: boolean
      readonly language: string | undefined
    }

/** What lies over the round now; nothing most of the time. */
export function coverView(room: Room): CoverView | undefined {
  const session = room.records.one('session').value
  if (session?.paused) return { kind: 'pause' }
  const light = room.records.one('spotlight').value
  if (!light) return undefined
  const mine = room.records.all('my_idea').value.some(({ id }) => id === light.idea)
  return {
    kind: 'light',
    idea: light.idea,
    text: light.text,
    translation: light.translation,
    explanation: light.explanation,
    mine,
    language: session?.language,
  }
}
