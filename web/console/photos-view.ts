import type { RecordOf } from '../shared/records.ts'
import type { Picture, Send } from './picture.ts'

export interface PhotoCard {
  readonly id: number
  readonly idea: number
  readonly text: string
  readonly description: string
  /** Everybody sees it now. */
  readonly shown: boolean
  readonly hidden: boolean
  readonly release?: () => void
  readonly takeBack?: () => void
  readonly hide?: () => void
  readonly unhide?: () => void
  /** For who is in it and does not want that: gone for everybody and for good, also after the end. */
  readonly erase: () => void
}

export interface PhotosView {
  /** Newest first. */
  readonly photos: readonly PhotoCard[]
  /** Shows all that are not shown yet. */
  readonly releaseAll?: { readonly count: number; readonly go: () => void }
}

/** The photos of these ideas, or of all. */
export function photosView(picture: Picture, send: Send, ideas?: ReadonlySet<number>): PhotosView {
  const ended = picture.session?.status === 'ended'
  const photos = picture.photos
    .filter((photo) => !ideas || ideas.has(photo.idea))
    .map((photo) => card(picture, photo, send, ended))
    .reverse()
  const waiting = picture.photos.filter((photo) => photo.status === 'here' && !photo.released && isLive(picture, photo))
  const ids = waiting.map(({ id }) => id)
  return {
    photos,
    ...(ids.length > 0 && !ended
      ? { releaseAll: { count: ids.length, go: () => void send('release_photos', { photos: ids, released: true }) } }
      : {}),
  }
}

function isLive(picture: Picture, photo: RecordOf<'photo'>): boolean {
  return picture.ideas.some((idea) => idea.id === photo.idea && idea.status === 'live')
}

function card(picture: Picture, photo: RecordOf<'photo'>, send: Send, ended: boolean): PhotoCard {
  const { id, idea, description, released } = photo
  const hidden = photo.status === 'hidden'
  const made: PhotoCard = {
    id,
    idea,
    text: picture.ideas.find((one) => one.id === idea)?.text ?? '',
    description,
    shown: released && !hidden,
    hidden,
    erase: () => void send('object_to_photo', { photo: id }),
  }
  if (ended) return made
  const release = (now: boolean) => () => void send('release_photos', { photos: [id], released: now })
  const hide = (now: boolean) => () => void send('hide_photo', { photo: id, hidden: now })
  return {
    ...made,
    ...(released && !hidden ? { takeBack: release(false) } : {}),
    ...(!released || hidden ? { release: release(true) } : {}),
    ...(hidden ? { unhide: hide(false) } : { hide: hide(true) }),
  }
}
