import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../../text/later-stages.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { draft } from '../ideas/drafts.ts'
import { photoLink } from './photo-link.ts'
import './photos.css'
import { shrinkPhoto } from './shrink.ts'

/** For who sends a photo or a pin and nothing with it. */
export const oneWord = () => (draft.value.photo || draft.value.place ? t('photo.one_word') : '')

/** A photo for the idea that is being written. */
export function PhotoField() {
  const link = photoLink.value
  const key = draft.value.photo
  const photo = link?.sender.photos.value.find((one) => one.key === key)
  const problem = useSignal<string | undefined>(undefined)
  const working = useSignal(false)

  useEffect(() => {
    // Its bytes went with a page that could not keep them.
    if (link && key && !photo) leaveOut()
  }, [link, key, photo])

  const leaveOut = () => {
    const { photo: _left, ...rest } = draft.value
    draft.value = rest
  }
  const choose = async (file: File) => {
    problem.value = undefined
    working.value = true
    try {
      const kept = await link?.sender.keep(await shrinkPhoto(file))
      if (!kept) return
      if (key) void link?.sender.forget(key)
      draft.value = { ...draft.value, photo: kept }
      announce(t('photo.ready'))
    } catch {
      problem.value = t('photo.unreadable')
    } finally {
      working.value = false
    }
  }

  if (!link) return <div class="composer-photo-to-come" />
  return (
    <div class="photo-field">
      {photo ? (
        <div class="photo-chosen">
          <img src={photo.address} alt={t('photo.chosen')} />
          <p class="quiet">
            {t('photo.ready')} {!draft.value.text.trim() && t('photo.one_word')}
          </p>
          <Button
            icon="close"
            onClick={() => {
              leaveOut()
              void link.sender.forget(photo.key)
            }}
          >
            {t('photo.leave_out')}
          </Button>
        </div>
      ) : (
        <PhotoButton onChoose={(file) => void choose(file)} hint={t('photo.hint')} />
      )}
      {working.value && <Spinner label={t('photo.working')} />}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
    </div>
  )
}

/** Opens the photos of the phone. Never its camera: that can end the page. */
export function PhotoButton({ onChoose, hint }: { onChoose: (file: File) => void; hint?: string }) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <>
      <Button icon="photo" onClick={() => field.current?.click()} aria-describedby={hint ? id : undefined}>
        {t('photo.add')}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={t('photo.add')}
        accept="image/jpeg,image/png,image/webp"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) onChoose(file)
        }}
      />
      {hint && (
        <p class="quiet photo-hint" id={id}>
          {hint}
        </p>
      )}
    </>
  )
}
