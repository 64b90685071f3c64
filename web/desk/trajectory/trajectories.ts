import { signal } from '@preact/signals'
import type { OrganiserName, TrajectoriesAnswer, TrajectorySummary } from '../../shared/trajectory.ts'
import { ask } from '../store.ts'

/** All trajectories, as the server listed them last. */
export const trajectories = signal<readonly TrajectorySummary[] | undefined>(undefined)
export const organisers = signal<readonly OrganiserName[]>([])

/** The mark of the list that is known; what changed after it is all that is asked. */
let mark = ''
let loading: Promise<void> | undefined

export function loadTrajectories(): Promise<void> {
  loading ??= load().finally(() => {
    loading = undefined
  })
  return loading
}

async function load(): Promise<void> {
  let listed = trajectories.value
  for (let more = true; more; ) {
    const reply = await ask('GET /api/trajectories', undefined, {
      query: mark && `?after=${mark}`,
      timeoutMs: 30_000,
    })
    if (!reply.ok) {
      // Half a list is none: it is asked anew.
      if (listed !== trajectories.value) mark = ''
      return
    }
    listed = withList(listed, reply.body)
    mark = reply.body.list
    more = reply.body.more
    organisers.value = reply.body.organisers
  }
  trajectories.value = listed
}

/** The list with what changed in it; the same one when nothing did. */
export function withList(
  before: readonly TrajectorySummary[] | undefined,
  answer: TrajectoriesAnswer,
): readonly TrajectorySummary[] {
  if (answer.whole || !before) return answer.trajectories
  if (answer.trajectories.length + answer.gone.length === 0) return before
  const changed = new Map(answer.trajectories.map((one) => [one.id, one]))
  const gone = new Set(answer.gone)
  const kept = before.filter((one) => !changed.has(one.id) && !gone.has(one.id))
  return [...kept, ...answer.trajectories]
}
