import { effect } from '@preact/signals'
import { openOutboxStorage } from '../shared/outbox-storage.ts'
import { createSessionLink, type SessionLink } from '../shared/session-link.ts'
import { forgetGuest, type Guest, guestsIn, isLeaving, typedPhoto } from './guest-seats.ts'
import { PhotoSender } from './photos/photo-sender.ts'
import { openPhotoStorage, type PhotoStorage } from './photos/photo-storage.ts'
import type { Seat } from './seats.ts'
import { readStored } from './stored.ts'

/** A seat of this phone that somebody else has now. */
type Other = Seat | Guest

/**
 * What others left on this phone goes out while somebody else has it. Whoever does not take part any more leaves the phone: taken
 * out, the session over, or taken off by who lent it; as soon as everything arrived, with all that was theirs here.
 */
export function sendForOthers(now: Seat, ended: boolean, gone: (name: string) => void): () => void {
  const stops = othersThan(now).map((other) => {
    let stop: (() => void) | undefined
    let stopped = false
    void bring(other, ended, gone).then((ends) => {
      if (stopped) ends()
      else stop = ends
    })
    return () => {
      stopped = true
      stop?.()
    }
  })
  return () => {
    for (const stop of stops) stop()
  }
}

function othersThan(now: Seat): readonly Other[] {
  const owner = now.key ? (readStored<Seat[]>('seats') ?? []).filter(({ session }) => session === now.session) : []
  return [...owner, ...guestsIn(now.session).filter(({ token }) => token !== now.token)]
}

async function bring(other: Other, ended: boolean, gone: (name: string) => void): Promise<() => void> {
  const key = other.key ?? other.session
  const link = await createSessionLink({
    token: other.token,
    role: 'participant',
    storageKey: key,
    storage: await openOutboxStorage(key),
  })
  const storage = await openPhotoStorage()
  const photos = await PhotoSender.open(link, key, withoutPhoto(storage, typedPhoto(other.key)))
  const close = () => {
    photos.close()
    link.close()
  }
  // An effect may end at its first run, before it has a name to be ended by.
  let done = false
  const stop = effect(() => {
    const { value: state } = link.status
    const arrived = link.pending.value.length === 0 && photos.photos.value.every(({ refused }) => refused)
    // Who was taken out is let in once more, to hear of it.
    const me = link.records.one('me').value
    const isRemoved = state === 'removed' || me?.removed === true
    const isOut = isRemoved || state === 'unknown_token' || state === 'deleted'
    if (done || !(isOut || (state === 'live' && me && arrived))) return
    done = true
    const guest = 'name' in other ? other : undefined
    if (guest && (isOut || ended || isLeaving(guest))) void forgetAll(guest, link, photos, storage).then(() => gone(guest.name))
    else close()
  })
  return () => {
    stop()
    if (!done) close()
  }
}

async function forgetAll(guest: Guest, link: SessionLink, photos: PhotoSender, storage: PhotoStorage): Promise<void> {
  photos.close()
  // With that of what was only typed.
  for (const { key } of await storage.all(guest.key ?? '')) await storage.remove(key)
  await link.forget()
  forgetGuest(guest)
}

/** A photo of what is still being typed is no part of what waits. */
function withoutPhoto(storage: PhotoStorage, typed: string | undefined): PhotoStorage {
  return {
    all: async (session) => (await storage.all(session)).filter(({ key }) => key !== typed),
    put: (photo) => storage.put(photo),
    remove: (key) => storage.remove(key),
  }
}
