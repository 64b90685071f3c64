import { signal } from '@preact/signals'
import type { Room } from '../room.ts'
import { PhotoSender } from './photo-sender.ts'

/** The room that photos go to, and who brings them; nothing until what was kept has been read. */
export const photoLink = signal<{ readonly room: Room; readonly sender: PhotoSender } | undefined>(undefined)

/** Brings what waits on this phone; ends with what it returns. */
export function startPhotos(room: Room, session: string): () => void {
  let gone = false
  let opened: PhotoSender | undefined
  void PhotoSender.open(room, session).then((sender) => {
    if (gone) return sender.close()
    opened = sender
    photoLink.value = { room, sender }
  })
  return () => {
    gone = true
    opened?.close()
    if (photoLink.value?.sender === opened) photoLink.value = undefined
  }
}

export async function forgetPhotos(): Promise<void> {
  await photoLink.value?.sender.forgetAll()
}
