import { useSignal } from '@preact/signals'
import { usePicture } from '../../shared/use-picture.ts'
import { t } from '../../text/later-stages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { MyIdea } from '../ideas/ideas-view.ts'
import type { Room } from '../room.ts'
import { refusalText } from '../say.ts'
import { type IdeaPhoto, ideaPhotos, lostPhotos } from './idea-photos-view.ts'
import { PhotoButton } from './photo-field.tsx'
import { photoLink } from './photo-link.ts'
import './photos.css'
import { shrinkPhoto } from './shrink.ts'

const photosPerIdea = 5

/** The photos of an own idea: how far each has come, and a way to add, describe and erase one. */
export function IdeaPhotos({ idea }: { idea: MyIdea }) {
  const link = photoLink.value
  const open = useSignal<string | undefined>(undefined)
  const problem = useSignal<string | undefined>(undefined)
  if (!link) return null
  const { room, sender } = link
  const photos = ideaPhotos(room, sender.photos.value, idea, (key) => sender.forget(key))
  const opened = photos.find(({ key }) => key === open.value)
  const { id } = idea
  const add = async (file: File) => {
    problem.value = undefined
    try {
      const key = await sender.keep(await shrinkPhoto(file))
      const outcome = await room.send('add_photo', { idea: id as number, photo: key })
      problem.value = refusalText(outcome)
      if (!outcome.ok) await sender.forget(key)
    } catch {
      problem.value = t('photo.unreadable')
    }
  }
  return (
    <div class="idea-photos">
      {photos.map((photo) => (
        <div class="idea-photo" key={photo.key}>
          <button
            type="button"
            class="photo-thumb"
            aria-label={t('photo.open', { text: photo.description || idea.text })}
            onClick={() => {
              open.value = photo.key
            }}
          >
            <Shown room={room} photo={photo} size="thumbnail" alt="" />
          </button>
          <p class={`photo-state photo-state-${photo.state}`}>{stateText(photo)}</p>
        </div>
      ))}
      {id !== undefined && idea.edit && photos.length < photosPerIdea && (
        <PhotoButton onChoose={(file) => void add(file)} />
      )}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {opened && (
        <MyPhoto
          room={room}
          photo={opened}
          text={idea.text}
          onClose={() => {
            open.value = undefined
          }}
        />
      )}
    </div>
  )
}

function stateText(photo: IdeaPhoto): string {
  if (photo.state === 'sending') return t('photo.sending', { percent: photo.percent })
  if (photo.state === 'failed') return `${t('photo.failed')} ${refusedText(photo.refused)}`
  return t(`photo.${photo.state}`)
}

function refusedText(code: string | undefined): string {
  if (code === 'quota') return t('photo.failed_quota')
  if (code === 'ended') return t('photo.failed_ended')
  if (code === 'not_found') return t('photo.failed_gone')
  if (code === 'erased') return t('photo.gone')
  return t('photo.failed_image')
}

function Shown(props: { room: Room; photo: IdeaPhoto; size: 'thumbnail' | 'large'; alt: string }) {
  const { room, photo, size, alt } = props
  const isThere = ['here', 'released', 'hidden'].includes(photo.state)
  const address = usePicture(room.token, isThere ? photo.id : undefined, size)
  const shown = photo.address ?? address
  return shown ? <img src={shown} alt={alt} /> : <Icon name="photo" size="1.75rem" />
}

function MyPhoto(props: { room: Room; photo: IdeaPhoto; text: string; onClose: () => void }) {
  const { room, photo, text, onClose } = props
  const words = useSignal(photo.description)
  const erasing = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  if (erasing.value)
    return (
      <Sure
        title={t('photo.erase_title')}
        body={t('photo.erase_body')}
        yes={t('photo.erase_yes')}
        onNo={onClose}
        onYes={() => {
          onClose()
          void photo.erase().then((outcome) => {
            const refused = outcome && refusalText(outcome)
            showToast({ text: refused ?? t('photo.gone') })
          })
        }}
      />
    )
  const save = () => {
    void photo.describe?.(words.value).then((outcome) => {
      problem.value = refusalText(outcome)
      if (outcome.ok) onClose()
    })
  }
  return (
    <Dialog
      open
      title={t('photo.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            danger
            icon="trash"
            onClick={() => {
              erasing.value = true
            }}
          >
            {t('photo.erase')}
          </Button>
          {photo.describe && (
            <Button kind="primary" onClick={save}>
              {t('photo.save')}
            </Button>
          )}
        </>
      }
    >
      <div class="stack">
        <div class="photo-large">
          <Shown room={room} photo={photo} size="large" alt={photo.description || t('photo.of_idea', { text })} />
        </div>
        <p class="quiet">{stateText(photo)}</p>
        {photo.describe && (
          <TextArea
            label={t('photo.describe')}
            hint={t('photo.describe_hint')}
            error={problem.value}
            optional
            max={200}
            rows={2}
            value={words.value}
            onInput={(value) => {
              words.value = value.replace(/\s*\n\s*/g, ' ')
            }}
          />
        )}
      </div>
    </Dialog>
  )
}

function Sure(props: { title: string; body: string; yes: string; onYes: () => void; onNo: () => void }) {
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onNo}
      actions={
        <>
          <Button onClick={props.onNo}>{t('photo.keep')}</Button>
          <Button danger icon="trash" onClick={props.onYes}>
            {props.yes}
          </Button>
        </>
      }
    >
      <p>{props.body}</p>
    </Dialog>
  )
}

/** Photos that the server did not take and that no idea has: said once more, until they are put away. */
export function LostPhotos() {
  const link = photoLink.value
  if (!link) return null
  const lost = lostPhotos(link.room, link.sender.photos.value)
  if (lost.length === 0) return null
  return (
    <ul class="lost-photos">
      {lost.map(({ key, address, refused }) => (
        <li class="idea-photo" key={key}>
          <span class="photo-thumb">
            <img src={address} alt="" />
          </span>
          <p class="photo-state photo-state-failed">
            {t('photo.failed')} {refusedText(refused)}
          </p>
          <IconButton icon="trash" label={t('photo.erase')} onClick={() => void link.sender.forget(key)} />
        </li>
      ))}
    </ul>
  )
}

/** Released photos of an idea of anybody. Who is in one can have it erased. */
export function SharedPhotos({ idea, text }: { idea: number; text: string }) {
  const link = photoLink.value
  const open = useSignal<number | undefined>(undefined)
  if (!link) return null
  const { room } = link
  const photos = room.records.all('photo').value.filter((photo) => photo.idea === idea)
  const opened = photos.find(({ id }) => id === open.value)
  if (photos.length === 0) return null
  return (
    <div class="shared-photos">
      {photos.map(({ id, description }) => (
        <button
          type="button"
          class="photo-thumb"
          key={id}
          aria-label={t('photo.open', { text: description || text })}
          onClick={() => {
            open.value = id
          }}
        >
          <Thumb room={room} id={id} />
        </button>
      ))}
      {opened && (
        <OthersPhoto
          room={room}
          id={opened.id}
          alt={opened.description || t('photo.of_idea', { text })}
          onClose={() => {
            open.value = undefined
          }}
        />
      )}
    </div>
  )
}

function Thumb({ room, id }: { room: Room; id: number }) {
  const address = usePicture(room.token, id, 'thumbnail')
  return address ? <img src={address} alt="" /> : <Icon name="photo" size="1.75rem" />
}

function OthersPhoto(props: { room: Room; id: number; alt: string; onClose: () => void }) {
  const { room, id, alt, onClose } = props
  const address = usePicture(room.token, id, 'large')
  const asking = useSignal(false)
  if (asking.value)
    return (
      <Sure
        title={t('photo.object_title')}
        body={t('photo.object_body')}
        yes={t('photo.object_yes')}
        onNo={onClose}
        onYes={() => {
          onClose()
          void room
            .send('object_to_photo', { photo: id })
            .then((outcome) => showToast({ text: refusalText(outcome) ?? t('photo.gone') }))
        }}
      />
    )
  return (
    <Dialog
      open
      title={t('photo.title_other')}
      onClose={onClose}
      actions={
        <Button
          icon="person"
          onClick={() => {
            asking.value = true
          }}
        >
          {t('photo.object')}
        </Button>
      }
    >
      <div class="photo-large">{address ? <img src={address} alt={alt} /> : <Icon name="photo" size="3rem" />}</div>
    </Dialog>
  )
}
