import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { roundName } from '../shared/round-name.ts'
import { t } from '../text/later-stages.ts'
import type { HeaderView } from './header-view.ts'
import type { Room } from './room.ts'
import { RoomWords } from './room-words.tsx'
import './show.css'
import { roundText } from './show-view.ts'

const pages = signal<typeof import('./show-page.tsx').ShowPage | undefined>(undefined)

function loadPages(): void {
  if (pages.value) return
  import('./show-page.tsx').then(
    (module) => {
      pages.value = module.ShowPage
    },
    () => setTimeout(loadPages, 3_000),
  )
}

/** The same as on the big screen, small. */
export function ShowScreen(props: { room: Room; view: HeaderView; later: ComponentChildren }) {
  const { room, view, later } = props
  const text = roundText(room, view.round)
  const show = room.records.one('round').value?.show
  const page = show?.pages[show.page - 1]
  useEffect(() => {
    if (page) loadPages()
  }, [page])
  const Page = pages.value
  if (page) {
    return (
      <>
        {Page && (
          <Page key={show?.page} room={room} page={page} name={roundName(view)} gone={t('show.look_up')} />
        )}
        {later}
      </>
    )
  }
  return (
    <>
      <h1 tabIndex={-1}>{roundName(view)}</h1>
      {text === '' ? (
        <p>{t('show.look_up')}</p>
      ) : (
        <p class="round-text">
          <RoomWords>{text}</RoomWords>
        </p>
      )}
      {later}
    </>
  )
}
