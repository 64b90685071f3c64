import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../text/later-stages.ts'
import { t as everywhere } from '../text/phone.ts'
import { announce } from '../ui/announcer.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { Seed } from '../ui/draw/seed.tsx'
import './cover.css'
import type { CoverView } from './cover-view.ts'
import { SharedPhotos } from './photos/idea-photos.tsx'
import { RoomLanguage, RoomWords } from './room-words.tsx'

/** Lies over the round, which stays as it is beneath: a pause, or the one idea that everybody looks at. */
export function Cover({ view, lost, waits }: { view: CoverView; lost: boolean; waits: number }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const title = view.kind === 'pause' ? t('pause.title') : view.text
  // As a modal dialog it lies over other dialogs too, and nothing beneath can be reached.
  const show = () => {
    const cover = dialog.current
    if (!cover?.isConnected || cover.open) return
    if (typeof cover.showModal === 'function') cover.showModal()
    else cover.setAttribute('open', '')
    heading.current?.focus({ preventScroll: true })
  }
  useEffect(() => {
    show()
    return () => dialog.current?.close?.()
  }, [])
  useEffect(() => announce(title, 'assertive'), [title])
  return (
    <dialog
      ref={dialog}
      class={`cover cover-${view.kind}`}
      aria-labelledby={id}
      onCancel={(event) => event.preventDefault()}
      // A browser lets the second Escape through.
      onClose={show}
    >
      {view.kind === 'pause' ? (
        <>
          <Icon name="pause" size="3.5rem" />
          <h1 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p>{t('pause.body')}</p>
        </>
      ) : (
        <>
          <p class="cover-label">
            <Icon name="star" size="1.5rem" /> {t('light.label')}
          </p>
          <h1 id={id} ref={heading} tabIndex={-1}>
            <RoomLanguage.Provider value={view.language}>
              <RoomWords beside={view.translation}>{title}</RoomWords>
            </RoomLanguage.Provider>
          </h1>
          {view.explanation && <p lang={view.language}>{view.explanation}</p>}
          <SharedPhotos idea={view.idea} text={title} />
          {view.mine && (
            <p class="cover-mine">
              <Seed size="1.5rem" /> {everywhere('vote.own')}
            </p>
          )}
          <p class="quiet">{t('light.body')}</p>
        </>
      )}
      {lost ? (
        <p class="quiet">
          {t('net.offline_title')}. {t('net.offline_body')}
        </p>
      ) : (
        waits > 0 && <p class="quiet">{t('pause.waits', { n: waits })}</p>
      )}
    </dialog>
  )
}
