import { useEffect } from 'preact/hooks'
import { readyCount } from '../shared/ready-count.ts'
import { roundName } from '../shared/round-name.ts'
import type { SessionLink } from '../shared/session-link.ts'
import { t } from '../text/screen.ts'
import { Icon } from '../ui/draw/icon.tsx'
import { Assess } from './assess.tsx'
import { Choose } from './choose.tsx'
import { Closing } from './closing.tsx'
import { Commit } from './commit.tsx'
import { Concerns } from './concerns.tsx'
import { CornerSign } from './corner.tsx'
import { Explore } from './explore.tsx'
import { Groups } from './groups.tsx'
import { Paused, Spotlit } from './held.tsx'
import { Ideas } from './ideas.tsx'
import { Interlude } from './interlude.tsx'
import { sessionLanguage } from './keys.ts'
import { Lobby } from './lobby.tsx'
import { Meadow } from './meadow.tsx'
import { Notice } from './notice.tsx'
import { photoOf } from './photo-of.ts'
import { Pitch } from './pitch.tsx'
import { type Moving, type ScreenView, screenView } from './screen-view.ts'
import { Sharpen } from './sharpen.tsx'
import { Show } from './show.tsx'
import type { Source } from './source.ts'
import { TableChoice } from './table-choice.tsx'
import { Tie } from './tie.tsx'
import { useServerTime } from './time.ts'
import { Top5 } from './top5.tsx'
import { Vote } from './vote.tsx'

/** The picture of the room. When the line is gone it stays as it is, with a small sign. */
export function RoomScreen({ link }: { link: SessionLink }) {
  const now = useServerTime(link.now)
  const source: Source = link.records
  const view = screenView(source, link.publicUrl.value ?? location.origin)
  const language = view?.language
  useEffect(() => {
    if (language) sessionLanguage(language)
  }, [language])
  useEffect(() => {
    if (view?.title) document.title = view.title
  }, [view?.title])

  const status = link.status.value
  useEffect(() => {
    if (status !== 'replaced') return
    const pressed = (event: KeyboardEvent) => event.key === 'Enter' && link.takeOver()
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [status, link])

  if (!view) return <Notice kind={status === 'offline' ? 'offline' : 'busy'} />
  const offline = status !== 'live' && status !== 'ended'
  // The lobby has its own large code; silent writing, talks, breaks and who explains have their own large sun.
  const light = source.one('spotlight').value
  const held = view.paused || light !== undefined
  const inLobby = view.kind === 'lobby' && !view.blank && !held
  const done = readyCount(
    source.one('round').value,
    source.all('person').value,
    new Set(link.presence.value.connected),
  )
  const sunElsewhere =
    view.kind === 'talk' ||
    view.kind === 'break' ||
    view.pitching ||
    (view.kind === 'ideas' && !source.one('round').value?.ideas_shared)
  const vote = source.one('vote').value
  const closing = view.kind === 'vote' && (vote?.closes_at != null || vote?.state === 'closed')
  return (
    <main class={view.blank ? 'frame frame--blank' : `frame frame--${view.kind}`} aria-label={view.title}>
      <div class="picture">
        {view.blank ? (
          <>
            <Meadow flowers={0} />
            <h1 class="visually-hidden">{t('blank.label')}</h1>
          </>
        ) : view.paused ? (
          <Paused />
        ) : light ? (
          <Spotlit
            text={light.text}
            explanation={light.explanation}
            beside={light.translation ?? undefined}
            photo={photoOf(source, light.idea)}
            token={link.token}
          />
        ) : (
          <Picture view={view} source={source} token={link.token} now={now} />
        )}
        {!inLobby && (
          <CornerSign
            corner={view.corner}
            results={view.kind === 'close' && !view.blank && !held ? undefined : view.results}
            timer={sunElsewhere || closing || view.results || view.blank || held ? undefined : view.timer}
            now={now}
          />
        )}
      </div>
      {view.rehearsal && <p class="rehearsal-sign">{t('screen.rehearsal')}</p>}
      {done && !view.blank && !held && (
        <p class="ready-sign even-figures">{t('ready.count', { n: done.ready, total: done.total })}</p>
      )}
      {view.moving && !view.blank && <MovingSign moving={view.moving} now={now} />}
      {!offline && link.storageFull.value && (
        <p class="offline-sign storage-sign" role="status">
          <Icon name="warning" size="1.1em" />
          {t('screen.full')}
        </p>
      )}
      {offline && (
        <p class="offline-sign" role="status">
          <Icon name="wifi-off" size="1.1em" />
          {status === 'replaced' ? t('screen.replaced') : t('screen.offline')}
        </p>
      )}
    </main>
  )
}

export function Picture(props: { view: ScreenView; source: Source; token: string; now: number }) {
  const { view, source, token, now } = props
  switch (view.kind) {
    case 'lobby':
      return <Lobby source={source} corner={view.corner} />
    case 'explore':
      return <Explore source={source} token={token} now={now} />
    case 'ideas':
      return <Ideas source={source} token={token} timer={view.timer} now={now} />
    case 'group':
      return <Groups source={source} token={token} />
    case 'vote':
      return <Vote source={source} now={now} />
    case 'tie':
      return <Tie source={source} now={now} />
    case 'top5':
      return <Top5 source={source} />
    case 'commit':
      return <Commit source={source} />
    case 'talk':
    case 'break':
      return <Interlude view={view} now={now} />
    case 'show':
      return <Show source={source} token={token} />
    case 'pitch':
      return <Pitch source={source} token={token} timer={view.timer} now={now} />
    case 'table_choice':
      return <TableChoice source={source} />
    case 'sharpen':
      return <Sharpen source={source} />
    case 'concerns':
      return <Concerns source={source} />
    case 'assess':
      return <Assess source={source} />
    case 'choose':
      return <Choose source={source} />
    case 'close':
      return <Closing source={source} nextStep={view.nextStep} results={view.results} />
  }
}

function MovingSign({ moving, now }: { moving: Moving; now: number }) {
  const seconds = Math.max(0, Math.ceil((moving.at - now) / 1000))
  return (
    <p class="moving-sign even-figures">{t('screen.moving', { s: seconds, round: roundName(moving) })}</p>
  )
}
