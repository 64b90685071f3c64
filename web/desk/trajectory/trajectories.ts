import { batch, signal } from '@preact/signals'
import type { OrganiserName, TrajectorySummary } from '../../shared/trajectory.ts'
import { ask } from '../store.ts'

/** All trajectories, as the server listed them last. */
export const trajectories = signal<readonly TrajectorySummary[] | undefined>(undefined)
export const organisers = signal<readonly OrganiserName[]>([])

export async function loadTrajectories(): Promise<void> {
  const reply = await ask('GET /api/trajectories', undefined, { timeoutMs: 30_000 })
  if (!reply.ok) return
  batch(() => {
    organisers.value = reply.body.organisers
    trajectories.value = reply.body.trajectories
  })
}
