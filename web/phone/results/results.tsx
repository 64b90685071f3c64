import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { call, type Door } from '../../shared/http.ts'
import { Records } from '../../shared/records.ts'
import { t as phone } from '../../text/phone.ts'
import { t } from '../../text/results.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Joining } from '../joining.ts'
import { laterStages, loadLaterStages } from '../later.ts'
import { Message } from '../message.tsx'
import type { Room } from '../room.ts'
import { RoomLanguage, RoomWords } from '../room-words.tsx'
import { dateText } from '../say.ts'
import type { Seat } from '../seats.ts'
import { GroupGave } from './group-gave.tsx'
import { Mine } from './mine.tsx'
import './results.css'
import { type ResultPage, resultPage } from './results-view.ts'

/** After the end, for who was there: what came out, and what is theirs. */
export function Results({ room }: { room: Room }) {
  const page = resultPage(room)
  const name = room.records.one('me').value?.name
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{name ? phone('end.title_name', { name }) : phone('end.title')}</h1>
        <p class="quiet">
          <RoomWords>{page.session}</RoomWords>
        </p>
      </div>
      <Outcome page={page} />
      <GroupGave room={room} />
      <OnPlan room={room} />
      <Mine room={room} />
      <Kept page={page} own />
    </>
  )
}

/** The plan is drawn by what the walk was drawn by. */
function OnPlan({ room }: { room: Room }) {
  const has = room.records.one('plan').value !== undefined
  useEffect(() => {
    if (has) loadLaterStages()
  }, [has])
  const PlanResult = laterStages.value?.PlanResult
  return has && PlanResult ? <PlanResult room={room} /> : null
}

type Found =
  | { readonly at: 'looking' }
  | { readonly at: 'here'; readonly records: Records }
  | { readonly at: 'late' | 'gone' | 'unreachable' }

/** For a phone that does not know who it was: what came out, and nothing of anybody. */
export function GeneralResults({ door, joining }: { door: Door; joining: Joining }) {
  const [found, setFound] = useState<Found>({ at: 'looking' })
  const look = async () => {
    setFound({ at: 'looking' })
    const reply = await call('POST /api/results', door)
    if (!reply.ok) {
      const at = ({ too_early: 'late', no_session: 'gone' } as const)[reply.error] ?? 'unreachable'
      return setFound({ at })
    }
    joining.goOnIn(reply.body.session)
    const records = new Records()
    const put = reply.body.records
    records.apply({ type: 'changes', audience: 'participant', from: 0, to: 1, now: 0, put, gone: [] })
    setFound({ at: 'here', records })
  }
  useEffect(() => void look(), [door])

  const comeIn = () => joining.start('secret' in door ? `#q=${door.secret}` : `#c=${door.code}`)
  switch (found.at) {
    case 'looking':
      return <Spinner label={t('word.loading')} />
    case 'late':
      return (
        <Said title={t('results.late_title')} body={t('results.late_body')}>
          <Button kind="primary" wide onClick={comeIn}>
            {t('results.come_in')}
          </Button>
        </Said>
      )
    case 'gone':
      return (
        <Said title={t('results.gone_title')} body={`${t('results.gone')} ${t('results.gone_link')}`}>
          <Button wide onClick={() => joining.typeCode()}>
            {phone('join.other_code')}
          </Button>
        </Said>
      )
    case 'unreachable':
      return (
        <Said title={phone('net.offline_title')} body={phone('net.offline_body')}>
          <Button wide onClick={() => void look()}>
            {phone('gone.retry')}
          </Button>
        </Said>
      )
    case 'here': {
      const session = found.records.one('session').value
      const page = resultPage(found)
      return (
        <RoomLanguage.Provider value={session?.language}>
          <Said title={t('results.title')} body={page.session} />
          <Outcome page={page} />
          <GroupGave room={found} />
          <section class="results-card">
            <h2>{t('results.was_there')}</h2>
            <p>{t('results.was_there_body')}</p>
            {session?.status === 'open' && (
              <Button wide onClick={comeIn}>
                {t('results.come_in')}
              </Button>
            )}
          </section>
          <Kept page={page} />
        </RoomLanguage.Provider>
      )
    }
  }
}

/** A head and a sentence where the door has its own frame. */
function Said(props: { title: string; body: string; children?: ComponentChildren }) {
  const [heading, setHeading] = useState<HTMLElement | null>(null)
  useEffect(() => heading?.focus(), [heading, props.title])
  return (
    <>
      <div>
        <h1 ref={setHeading} tabIndex={-1}>
          {props.title}
        </h1>
        <p>{props.body}</p>
      </div>
      {props.children}
    </>
  )
}

/** The seat is no longer there: because all was erased, or because the phone is not known. */
export function Farewell(props: { seat: Seat; erased: boolean; onLeave: (toDoor: boolean) => void }) {
  const { seat, erased, onLeave } = props
  const isOver = seat.retainedUntil !== '' && seat.retainedUntil < new Date().toISOString().slice(0, 10)
  const [gone, setGone] = useState(erased || isOver)
  // A personal link that was used leads nowhere, whatever became of the session: it proves nothing.
  const secret = seat.doors.find((door) => door.startsWith('q:') && door !== seat.link)?.slice(2)
  useEffect(() => {
    if (gone || !secret) return
    void call('POST /api/invitation', { secret }).then((reply) => {
      if (!reply.ok && reply.error === 'no_session') setGone(true)
    })
  }, [secret])
  if (!gone)
    return (
      <Message title={t('join.unknown_title')} body={t(seat.link ? 'join.unknown_link' : 'join.unknown')}>
        <Button kind="primary" wide onClick={() => onLeave(true)}>
          {phone('join.title')}
        </Button>
      </Message>
    )
  const kept = isOver ? t('results.gone_date', { date: dateText(seat.retainedUntil) }) : t('gone.deleted')
  return (
    <Message title={t('gone.deleted_title')} body={kept}>
      <Button wide onClick={() => onLeave(false)}>
        {phone('join.other_code')}
      </Button>
    </Message>
  )
}

/** The top, what was near, and the next step. */
function Outcome({ page }: { page: ResultPage }) {
  const { result, nextStep } = page
  const known = result?.places.filter((entry) => entry !== undefined) ?? []
  return (
    <>
      {result && known.length > 0 && (
        <section>
          <h2>{phone('end.top', { n: result.size })}</h2>
          <ol class="results-top">
            {known.map(({ candidate, place, letter, color, title, votes, own }) => (
              <li key={candidate} class={own ? 'results-own' : undefined}>
                <b class="results-place">{place}</b>
                <p>
                  <LetterChip letter={letter} color={color} /> <RoomWords>{title}</RoomWords>
                  {own && <span class="results-mine">{phone('result.yours')}</span>}
                </p>
                <span class="results-votes even-figures">{phone('result.votes', { n: votes })}</span>
              </li>
            ))}
          </ol>
          {result.nearMisses.length > 0 && (
            <details class="fold">
              <summary>{phone('result.near')}</summary>
              <ul class="results-near">
                {result.nearMisses.map(({ candidate, letter, color, title, votes }) => (
                  <li key={candidate}>
                    <span>
                      <LetterChip letter={letter} color={color} /> <RoomWords>{title}</RoomWords>
                    </span>
                    <span class="results-votes even-figures">{phone('result.votes', { n: votes })}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
      {nextStep && (
        <section class="results-card">
          <h2>{phone('end.next')}</h2>
          <p class="results-next">
            <Icon name="calendar" size="1.75rem" />
            <span>
              <b>{dateText(nextStep.date)}</b> {nextStep.text && <RoomWords>{nextStep.text}</RoomWords>}
            </span>
          </p>
        </section>
      )}
    </>
  )
}

function Kept({ page, own }: { page: ResultPage; own?: boolean }) {
  return (
    <section class="results-kept">
      <h2>{t('results.kept_title')}</h2>
      <p>
        {t('results.kept', { controller: page.controller, date: dateText(page.retainedUntil) })}{' '}
        {own && t('results.kept_own')}
      </p>
    </section>
  )
}
