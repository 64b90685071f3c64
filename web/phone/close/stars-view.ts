import type { Outcome } from '../../shared/session-link.ts'
import type { Room } from '../room.ts'

export const starCounts = [1, 2, 3, 4, 5] as const
export type StarCount = (typeof starCounts)[number]

export interface StarsView {
  /** What I gave; undefined: nothing yet. */
  readonly given: StarCount | undefined
  /** It waits on this phone for a connection. */
  readonly kept: boolean
  /** Absent once the session has ended, also when it goes on after that: nobody knows then whose stars are whose. */
  readonly give?: (stars: StarCount) => Promise<Outcome>
}

export function starsView(room: Room): StarsView {
  const session = room.records.one('session').value
  const sealed = session?.status === 'ended' || session?.reopened
  let stars = room.records.one('me').value?.stars ?? 0
  let kept = false
  for (const command of room.pending.value) {
    if (command.op !== 'give_stars') continue
    stars = command.args.stars
    kept = command.state === 'kept'
  }
  return {
    given: starCounts.find((count) => count === stars),
    kept,
    ...(sealed ? {} : { give: (stars) => room.send('give_stars', { stars }) }),
  }
}
