import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SessionRecord } from '../shared/generated/record.ts'
import { roundName } from '../shared/round-name.ts'
import { createSessionLink, type SessionLink } from '../shared/session-link.ts'
import { t } from '../text/phone.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { Strip } from '../ui/strip.tsx'
import { useRemaining } from '../ui/timer.tsx'
import { fetchFaces, wearFaces } from './faces.ts'
import { Header } from './header.tsx'
import { type HeaderView, headerView } from './header-view.ts'
import { IdeasScreen } from './ideas/ideas-screen.tsx'
import { guests, inside, laterStages, loadGuests, loadInside, loadLaterStages, loadResults, results } from './later.ts'
import { Message } from './message.tsx'
import type { Room } from './room.ts'
import { RoomLanguage } from './room-words.tsx'
import type { Seat } from './seats.ts'
import { useShownRound } from './shown-round.ts'
import { readStored } from './stored.ts'
import { WaitScreen } from './wait-screen.tsx'

export interface SessionScreenProps {
  seat: Seat
  /** The seat is no longer ours; `toDoor` joins again where it was taken. */
  onLeave: (toDoor: boolean) => void
  onWiped: () => void
  /** What the session is called and until when it is kept, as the server says it. */
  onTold: (session: SessionRecord) => void
}

/** Everything from being in until leaving. */
export function SessionScreen({ seat, onLeave, onWiped, onTold }: SessionScreenProps) {
  const [link, setLink] = useState<SessionLink | undefined>(undefined)
  useEffect(() => {
    let opened: SessionLink | undefined
    let gone = false
    const options = { token: seat.token, role: 'participant', storageKey: seat.key ?? seat.session } as const
    void createSessionLink(options).then((created) => {
      opened = created
      if (gone) created.close()
      else setLink(created)
    })
    return () => {
      gone = true
      opened?.close()
    }
  }, [seat])

  const told = link?.records.one('session').value
  useEffect(() => {
    if (told) onTold(told)
  }, [told])

  if (!link) return null
  const wipe = () =>
    void Promise.all([link.forget(), inside.value?.forgetPhotos(), inside.value?.forgetWalk()]).then(onWiped)
  // Whoever lent the phone can go on with it.
  const toOwner = seat.key && (
    <Button wide onClick={() => onLeave(false)}>
      {t('word.back')}
    </Button>
  )
  switch (link.status.value) {
    case 'replaced':
      return (
        <Message title={t('tab.title')} body={t('tab.body')}>
          <Button kind="primary" wide onClick={() => link.takeOver()}>
            {t('tab.go')}
          </Button>
        </Message>
      )
    case 'removed':
      return <TakenOut link={link}>{toOwner}</TakenOut>
    case 'deleted':
    case 'unknown_token':
      return <FarewellLater seat={seat} erased={link.status.value === 'deleted'} onLeave={onLeave} />
    case 'failed':
      return (
        <Message title={t('gone.failed_title')} body={t('gone.failed')}>
          <Button wide onClick={() => link.takeOver()}>
            {t('gone.retry')}
          </Button>
          {toOwner}
        </Message>
      )
    default:
      // Asking whether it still is so.
      if (link.records.one('me').value?.removed) return <TakenOut link={link}>{toOwner}</TakenOut>
      return <RoomScreen room={link} seat={seat} onWipe={wipe} />
  }
}

const askAgainMs = 15_000

/** Whoever is brought back comes in by itself. */
function TakenOut({ link, children }: { link: SessionLink; children: ComponentChildren }) {
  useEffect(() => {
    const asking = setInterval(() => {
      if (link.status.value === 'removed' && !document.hidden) link.takeOver()
    }, askAgainMs)
    return () => clearInterval(asking)
  }, [link])
  return (
    <Message title={t('gone.removed_title')} body={t('gone.removed')}>
      <Button wide onClick={() => link.takeOver()}>
        {t('gone.retry')}
      </Button>
      {children}
    </Message>
  )
}

function FarewellLater(props: { seat: Seat; erased: boolean; onLeave: (toDoor: boolean) => void }) {
  useEffect(loadResults, [])
  const Farewell = results.value?.Farewell
  return Farewell ? <Farewell {...props} /> : <Spinner label={t('word.loading')} />
}

function RoomScreen({ room, seat, onWipe }: { room: Room; seat: Seat; onWipe: () => void }) {
  const header = headerView(room)
  const { shown, behind, follow } = useShownRound(header)
  const mineOpen = useMineOpen()
  const lost = useLostForAWhile(room)
  const later = inside.value
  const Mine = later?.MineScreen
  const Guest = guests.value?.GuestStrip
  const Away = laterStages.value?.AwayStrip
  const cover = later?.coverView(room)
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  const ended = room.records.one('session').value?.status === 'ended'
  const stage = `${shown?.round}.${shown?.kind}.${shown?.runoff}.${mineOpen.value}.${ended}`

  useEffect(() => {
    loadInside()
    if (seat.key || readStored('guests')) loadGuests()
    // Whoever comes for the result needs none of the rounds.
    if (ended) return loadResults()
    const fetching = setTimeout(
      () =>
        void fetchFaces()
          .catch(() => {})
          .then(loadLaterStages),
      4_000,
    )
    return () => clearTimeout(fetching)
  }, [ended])

  const isWhole = later !== undefined && laterStages.value !== undefined
  useEffect(() => {
    if (isWhole) later?.keepPage()
  }, [isWhole])

  useEffect(() => later?.startPhotos(room, seat.key ?? seat.session), [later, room])

  useEffect(() => later?.keepWalk(room), [later, room])

  useEffect(() => {
    wearFaces()
    scrollTo(0, 0)
    if (first.current) {
      first.current = header === undefined
      return
    }
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    if (!shown || mineOpen.value || ended) return
    const round = shown.runoff ? t('round.runoff') : roundName(shown)
    announce(t('round.changed', { round }), 'assertive')
  }, [stage])

  return (
    <div class="phone">
      {room.records.one('session').value?.rehearsal && (
        <Strip kind="attention" icon="play" title={t('rehearsal.title')}>
          {t('rehearsal.body')}
        </Strip>
      )}
      {lost && (
        <Strip kind="offline" title={`${t('net.offline_title')}.`}>
          {t('net.offline_strip')}
        </Strip>
      )}
      {!lost && room.storageFull.value && (
        <Strip kind="attention" title={`${t('net.full_title')}.`}>
          {t('net.full_body')}
        </Strip>
      )}
      {Away && !lost && !ended && <Away room={room} />}
      {Guest && <Guest room={room} seat={seat} />}
      {later && cover && <later.Cover view={cover} lost={lost} waits={room.pending.value.length} />}
      <Header
        view={shown}
        now={room.now}
        mineOpen={mineOpen.value}
        onMine={() => (mineOpen.value ? history.back() : mineOpen.open())}
      />
      {behind && header && (
        <Strip kind="attention" icon="arrow" title={t('round.follow_title', { round: roundName(header) })}>
          <Button onClick={follow}>{t('round.follow')}</Button>
        </Strip>
      )}
      {header?.moving && <Moving view={header.moving} now={room.now} />}
      <main class="body" ref={main}>
        {mineOpen.value && Mine ? (
          <Mine room={room} seat={seat} onWipe={onWipe} guests={guests.value} loadGuests={loadGuests} />
        ) : (
          <RoomLanguage.Provider value={room.records.one('session').value?.language}>
            {ended ? (
              <ResultsLater room={room} />
            ) : (
              <Stage room={room} session={seat.session} view={shown} lost={lost} />
            )}
            {later && !behind && <later.Ready room={room} />}
          </RoomLanguage.Provider>
        )}
      </main>
    </div>
  )
}

function ResultsLater({ room }: { room: Room }) {
  const Results = results.value?.Results
  return Results ? <Results room={room} /> : <Spinner label={t('word.loading')} />
}

function Moving({ view, now }: { view: NonNullable<HeaderView['moving']>; now: () => number }) {
  const left = Math.ceil(useRemaining(view.at, now) / 1000)
  return (
    <Strip icon="clock" title={t('round.moving', { round: roundName(view.round) })}>
      <span class="even-figures">{t('join.retry_in', { s: left })}</span>
    </Strip>
  )
}

function Stage(props: { room: Room; session: string; view: HeaderView | undefined; lost: boolean }) {
  const { room, session, view, lost } = props
  const hall = inside.value
  const later = laterStages.value
  const isLate = view !== undefined && view.kind !== 'lobby' && view.kind !== 'ideas'
  useEffect(() => {
    if (isLate) loadLaterStages()
  }, [isLate])
  // Reloaded without a connection: what can be done without the server can be done.
  if (!view) return lost ? <IdeasScreen room={room} /> : <Spinner label={t('word.loading')} />
  if (view.kind === 'lobby') return <WaitScreen room={room} warmUp={hall && <hall.WarmUp room={room} />} />
  if (view.kind === 'ideas') return <IdeasScreen room={room} />
  return later ? (
    <later.LaterStage room={room} session={session} view={view} />
  ) : (
    <Spinner label={t('word.loading')} />
  )
}

/** True once the connection has been away for longer than a blink. */
function useLostForAWhile(room: Room): boolean {
  const live = room.status.value === 'live'
  const lost = useSignal(false)
  useEffect(() => {
    if (live) {
      lost.value = false
      return
    }
    const waiting = setTimeout(
      () => {
        lost.value = true
      },
      navigator.onLine === false ? 0 : 1_500,
    )
    return () => clearTimeout(waiting)
  }, [live])
  return lost.value
}

/** The page about myself, as a step in the history, so that the back button of the phone leaves it. */
function useMineOpen(): { readonly value: boolean; open(): void } {
  const shown = useSignal(history.state === 'mine')
  useEffect(() => {
    const moved = () => {
      shown.value = history.state === 'mine'
    }
    addEventListener('popstate', moved)
    return () => removeEventListener('popstate', moved)
  }, [])
  return {
    value: shown.value,
    open() {
      history.pushState('mine', '')
      shown.value = true
    },
  }
}
