import { effect } from '@preact/signals'
import type { ServerRecord } from '../../shared/generated/record.ts'
import { openDatabase } from '../../shared/open-database.ts'
import type { KeptPicture } from '../../shared/use-picture.ts'
import type { Room } from '../room.ts'

/** What was told of a walk: enough to go on with when the page ends in a dead spot, as going to the camera may do. */
interface KeptWalk {
  /** Whose it is: how their token begins. */
  readonly of: string
  readonly participant: readonly ServerRecord[]
  readonly me: readonly ServerRecord[]
}

interface KeptPlan {
  /** The session; pictures of every session are numbered from 1. */
  readonly of: string
  readonly picture: number
  readonly bytes: Blob
}

const recordsMax = 200
const planBytesMax = 8 * 1024 * 1024
const store = 'walk'

let opened: Promise<IDBDatabase> | undefined

/** Undefined where nothing can be kept: a reload without a connection then shows what it can without. */
async function ask<T>(
  mode: IDBTransactionMode,
  act: (walk: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  try {
    opened ??= openDatabase('kiemkring-walk', store)
    const transaction = (await opened).transaction(store, mode)
    const request = act(transaction.objectStore(store))
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result as T)
      transaction.onabort = () => reject(transaction.error)
    })
  } catch {
    return undefined
  }
}

/** One plan at a time: that of another session goes. */
export const keptPlan = (of: string): KeptPicture => ({
  async read(picture) {
    const plan = await ask<KeptPlan>('readonly', (walk) => walk.get('plan'))
    if (plan && plan.of !== of) await ask('readwrite', (walk) => walk.delete('plan'))
    else if (plan?.picture === picture) return plan.bytes
    return undefined
  },
  async write(picture, bytes) {
    if (bytes.size <= planBytesMax) await ask('readwrite', (walk) => walk.put({ of, picture, bytes }, 'plan'))
  },
})

export async function forgetWalk(): Promise<void> {
  await ask('readwrite', (walk) => walk.clear())
}

/** Keeps the walk while it lasts, and gives back what was kept when the server has not been reached; ends with what it returns. */
export function keepWalk(room: Room): () => void {
  const of = room.token.slice(0, 8)
  let gone = false
  let stop = () => {}
  void ask<KeptWalk>('readonly', (walk) => walk.get('told')).then((walk) => {
    if (gone) return
    if (walk?.of === of && !room.records.one('session').value) tell(room, walk)
    let kept = walk !== undefined
    stop = effect(() => {
      const status = room.status.value
      const walking = walkOf(room, of)
      if (status === 'live' && walking) {
        kept = true
        void ask('readwrite', (store) => store.put(walking, 'told'))
      } else if (kept && (status === 'live' || isOver(status))) {
        kept = false
        void forgetWalk()
      }
    })
  })
  return () => {
    gone = true
    stop()
  }
}

const isOver = (status: string) => status === 'deleted' || status === 'unknown_token' || status === 'removed'

/** Version 0 is before everything: whatever the server says later takes its place. */
function tell(room: Room, { participant, me }: KeptWalk): void {
  for (const [audience, put] of [['participant', participant], ['me', me]] as const)
    room.records.apply({ type: 'changes', audience, from: 0, to: 0, now: 0, put: [...put], gone: [] })
}

function walkOf({ records }: Room, of: string): KeptWalk | undefined {
  const session = records.one('session').value
  const round = records.one('round').value
  const plan = records.one('plan').value
  if (!session || session.status === 'ended' || round?.kind !== 'explore' || !plan) return undefined
  const here = (record: ServerRecord | undefined): ServerRecord[] => (record ? [record] : [])
  return {
    of,
    participant: [session, round, plan, ...here(records.one('agenda').value), ...records.all('group').value],
    me: [...here(records.one('me').value), ...records.all('my_idea').value.slice(-recordsMax)],
  }
}
