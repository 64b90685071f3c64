import type { ComponentChildren } from 'preact'
import { roundName } from '../shared/round-name.ts'
import { t } from '../text/later-stages.ts'
import type { HeaderView } from './header-view.ts'
import type { Room } from './room.ts'
import { RoomWords } from './room-words.tsx'
import './show.css'
import { roundText } from './show-view.ts'

/** The same as on the big screen, small. */
export function ShowScreen(props: { room: Room; view: HeaderView; later: ComponentChildren }) {
  const { room, view, later } = props
  const text = roundText(room, view.round)
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
