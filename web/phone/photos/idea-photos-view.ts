import type { Outcome } from '../../shared/session-link.ts'
import type { Room } from '../room.ts'
import type { WaitingPhoto } from './photo-sender.ts'

export type PhotoState = 'waiting' | 'sending' | 'elsewhere' | 'here' | 'released' | 'hidden' | 'failed'

export interface IdeaPhoto {
  readonly key: string
  /** Once the server knows of it. */
  readonly id?: number
  readonly state: PhotoState
  /** On this phone. */
  readonly address?: string
  readonly percent: number
  readonly description: string
  /** The server's code when it did not take it. */
  readonly refused?: string
  readonly describe?: (description: string) => Promise<Outcome>
  readonly erase: () => Promise<Outcome | undefined>
}

/** The photos of an own idea, on the phone or on the server. */
export function ideaPhotos(
  room: Room,
  waiting: readonly WaitingPhoto[],
  idea: { readonly id?: number; readonly photo?: string },
  forget: (key: string) => Promise<void>,
): IdeaPhoto[] {
  const isHere = (photo: { readonly key: string }) => waiting.some(({ key }) => key === photo.key)
  const known = room.records
    .all('my_photo')
    .value.filter((photo) => photo.idea === idea.id && (photo.status !== 'erased' || isHere(photo)))
  const photos: IdeaPhoto[] = known.map(({ id, key, status, released, description }) => {
    const here = waiting.find((photo) => photo.key === key)
    const erase = async () => {
      const outcome = await room.send('withdraw_photo', { photo: id })
      if (outcome.ok) await forget(key)
      return outcome
    }
    // Erased before all of it had arrived.
    if (status === 'erased')
      return { ...onPhone(here), key, state: 'failed', refused: 'erased', description: '', erase: async () => void (await forget(key)) }
    if (status === 'awaited') return { ...onPhone(here), key, id, description, erase }
    return {
      key,
      id,
      state: status === 'hidden' ? 'hidden' : released ? 'released' : 'here',
      percent: 100,
      description,
      describe: (words) => room.send('describe_photo', { photo: id, description: words.trim() }),
      erase,
    }
  })
  for (const key of announced(room, idea)) {
    if (photos.some((photo) => photo.key === key)) continue
    const here = waiting.find((photo) => photo.key === key)
    photos.push({ ...onPhone(here), key, description: '', erase: async () => void (await forget(key)) })
  }
  return photos
}

/** Refused ones that no idea of the records has. */
export function lostPhotos(room: Room, waiting: readonly WaitingPhoto[]): readonly WaitingPhoto[] {
  const known = new Set(room.records.all('my_photo').value.map(({ key }) => key))
  return waiting.filter(({ key, refused }) => refused && !known.has(key))
}

function announced(room: Room, idea: { readonly id?: number; readonly photo?: string }): string[] {
  const keys = idea.photo ? [idea.photo] : []
  for (const command of room.pending.value)
    if (command.op === 'add_photo' && command.args.idea === idea.id) keys.push(command.args.photo)
  return keys
}

function onPhone(here: WaitingPhoto | undefined): Pick<IdeaPhoto, 'state' | 'percent' | 'address' | 'refused'> {
  if (!here) return { state: 'elsewhere', percent: 0 }
  const { address, progress, refused } = here
  if (refused) return { state: 'failed', percent: 0, address, refused }
  return { state: progress > 0 ? 'sending' : 'waiting', percent: Math.round(progress * 100), address }
}
