import type { Room } from './room.ts'

/** What everybody reads in a round, while it is on. */
export function roundText(room: Room, round: number): string {
  const found = room.records.one('agenda').value?.rounds.find(({ id }) => id === round)
  return found?.text.trim() ?? ''
}
