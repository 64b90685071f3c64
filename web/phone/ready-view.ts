import { hasReady } from '../shared/ready-count.ts'
import type { Room } from './room.ts'

export interface ReadyView {
  readonly ready: boolean
  readonly toggle: () => void
}

/** Where one can be done before the others. */
export function readyView(room: Room): ReadyView | undefined {
  const round = room.records.one('round').value
  const me = room.records.one('me').value
  if (!round || !me || !hasReady(round)) return undefined
  if (room.records.one('session').value?.status === 'ended') return undefined
  let ready = me.ready
  for (const command of room.pending.value)
    if (command.op === 'set_ready' && command.args.round === round.round) ready = command.args.ready
  return { ready, toggle: () => void room.send('set_ready', { round: round.round, ready: !ready }) }
}
