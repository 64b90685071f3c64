import type { ComponentChildren } from 'preact'
import { roundName } from '../shared/round-name.ts'
import { t } from '../text/phone.ts'
import { hourText } from '../ui/clock.ts'
import { Icon } from '../ui/draw/icon.tsx'
import type { HeaderView } from './header-view.ts'
import './interlude.css'
import { nextRound, type Room } from './room.ts'
import { RoomWords } from './room-words.tsx'
import { roundText } from './show-view.ts'
import './show.css'
import { MyTable } from './table/my-table.tsx'
import { tableView } from './table/table-view.ts'

/** A talk or a break: what to do now, and until when. */
export function InterludeScreen(props: { room: Room; view: HeaderView; later: ComponentChildren }) {
  const { room, view, later } = props
  const talk = view.kind === 'talk'
  const endsAt = view.timer?.state === 'running' ? view.timer.ends_at : undefined
  const text = roundText(room, view.round)
  const next = nextRound(room.records.one('agenda').value)
  return (
    <>
      <div class="interlude">
        <Icon name={talk ? 'people' : 'clock'} size="3.5rem" />
        <h1 tabIndex={-1}>
          {talk && view.title ? <RoomWords>{view.title}</RoomWords> : t(talk ? 'talk.title' : 'round.break')}
        </h1>
        {talk && view.title !== '' && <p>{t('talk.title')}.</p>}
        <p class="quiet">{t(talk ? 'talk.body' : 'break.body')}</p>
        {endsAt !== undefined && endsAt > room.now() && (
          <p class="interlude-until even-figures">
            {t(talk ? 'talk.until' : 'break.until', { time: hourText(endsAt) })}
          </p>
        )}
      </div>
      {text !== '' && (
        <p class="round-text">
          <RoomWords>{text}</RoomWords>
        </p>
      )}
      {talk && <MyTable view={tableView(room)} ask={false} />}
      {later}
      {next && (
        <p class="foot">
          <Icon name="arrow" size="1.5rem" />
          <span>{t('lobby.next', { round: roundName(next) })}</span>
        </p>
      )}
    </>
  )
}
