import { openOutboxStorage } from '../shared/outbox-storage.ts'
import { openPhotoStorage } from './photos/photo-storage.ts'

/** Forgets what waits on this phone for the server: commands and photos. They are kept under the key of a guest, or the session. */
export async function forgetWaiting(key: string): Promise<void> {
  const outbox = await openOutboxStorage(key)
  await outbox.clear().catch(() => {})
  const photos = await openPhotoStorage()
  for (const photo of await photos.all(key).catch(() => [])) await photos.remove(photo.key).catch(() => {})
}
