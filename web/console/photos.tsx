import { useState } from 'preact/hooks'
import { usePicture } from '../shared/use-picture.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { useConsole } from './console-session.ts'
import { type PhotoCard, photosView } from './photos-view.ts'
import './photos.css'

/** The photos of one idea; a tap shows one large, with what can be done. */
export function IdeaPhotos({ idea }: { idea: number }) {
  const { picture, send } = useConsole()
  const { photos } = photosView(picture.value, send, new Set([idea]))
  return photos.length > 0 ? <PhotoRow photos={photos} /> : null
}

export function PhotoRow({ photos }: { photos: readonly PhotoCard[] }) {
  const [open, setOpen] = useState<number>()
  const opened = photos.find(({ id }) => id === open)
  return (
    <div class="photo-row">
      {photos.map((photo) => (
        <button
          type="button"
          class="photo-tile"
          key={photo.id}
          aria-label={`${t('photos.open', { text: photo.description || photo.text })} ${stateText(photo)}`}
          onClick={() => setOpen(photo.id)}
        >
          <StoredPhoto id={photo.id} size="thumbnail" alt="" />
          <span class={`photo-mark${photo.shown ? ' photo-mark-on' : ''}`}>
            <Icon name={photo.hidden ? 'eye-off' : photo.shown ? 'screen' : 'screen-off'} size="1.1rem" />
          </span>
        </button>
      ))}
      {opened && <PhotoSheet photo={opened} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

/** After the end: for who is in one and has no phone to say so. */
export function PhotosAfterwards() {
  const { picture, send } = useConsole()
  const { photos } = photosView(picture.value, send)
  if (photos.length === 0) return null
  return (
    <section class="closing-photos">
      <h2>{t('photos.afterwards')}</h2>
      <p>{t('photos.afterwards_body')}</p>
      <PhotoRow photos={photos} />
    </section>
  )
}

/** Lets the room see every photo that it does not see yet. */
export function ReleaseAll() {
  const { picture, send } = useConsole()
  const { releaseAll } = photosView(picture.value, send)
  if (!releaseAll) return null
  return (
    <Button icon="photo" onClick={releaseAll.go}>
      {t('photos.release_all', { n: releaseAll.count })}
    </Button>
  )
}

function stateText(photo: PhotoCard): string {
  if (photo.hidden) return t('photos.state_hidden')
  return t(photo.shown ? 'photos.state_shown' : 'photos.state_waiting')
}

export function StoredPhoto({ id, size, alt }: { id: number; size: 'thumbnail' | 'large'; alt: string }) {
  const { link } = useConsole()
  const address = usePicture(link.token, id, size)
  return address ? <img src={address} alt={alt} /> : <Icon name="photo" size="2rem" />
}

function PhotoSheet({ photo, onClose }: { photo: PhotoCard; onClose: () => void }) {
  const { picture } = useConsole()
  // Until the ideas are shared a photo of one is not seen either.
  const later = photo.shown && picture.value.round?.ideas_shared === false
  const [erasing, setErasing] = useState(false)
  const then = (act: (() => void) | undefined) => () => {
    act?.()
    onClose()
  }
  if (erasing)
    return (
      <Dialog
        open
        title={t('photos.erase_title')}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{t('word.cancel')}</Button>
            <Button kind="primary" danger onClick={then(photo.erase)}>
              {t('photos.erase_yes')}
            </Button>
          </>
        }
      >
        <p>{t('photos.erase_body')}</p>
      </Dialog>
    )
  return (
    <Dialog
      open
      title={t('photos.title')}
      onClose={onClose}
      actions={
        <>
          <Button icon="trash" danger onClick={() => setErasing(true)}>
            {t('photos.erase')}
          </Button>
          {photo.hide && (
            <Button icon="eye-off" onClick={then(photo.hide)}>
              {t('photos.hide')}
            </Button>
          )}
          {photo.unhide && (
            <Button icon="eye" onClick={then(photo.unhide)}>
              {t('photos.unhide')}
            </Button>
          )}
          {photo.takeBack && (
            <Button kind="primary" icon="screen-off" onClick={then(photo.takeBack)}>
              {t('photos.take_back')}
            </Button>
          )}
          {photo.release && (
            <Button kind="primary" icon="screen" onClick={then(photo.release)}>
              {t('photos.release')}
            </Button>
          )}
        </>
      }
    >
      <div class="photo-sheet">
        <StoredPhoto id={photo.id} size="large" alt={photo.description || t('photos.of_idea', { text: photo.text })} />
        <p class="photo-sheet-text">{photo.text}</p>
        {photo.description && <p>{photo.description}</p>}
        <p class="photo-sheet-state">{later ? t('photos.state_later') : stateText(photo)}</p>
      </div>
    </Dialog>
  )
}
