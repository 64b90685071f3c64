import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { clockText } from '../ui/clock.ts'
import { Icon } from '../ui/draw/icon.tsx'
import { Participation } from '../ui/draw/participation.tsx'
import { useConsole } from './console-session.ts'
import { meterView, timerView } from './direct-view.ts'
import { readyOf } from './held-view.ts'
import { NotePad } from './note-pad.tsx'
import { currentRound } from './picture.ts'
import { Rail } from './rail.tsx'
import { RemoteKeys } from './remote-keys.tsx'
import { RoomCopyPanel } from './room-copy.tsx'
import { ShowPanel } from './show-panel.tsx'
import './direct.css'

/** Regie: what to say, how long, who is still busy, and what the room sees. */
export function DirectScreen() {
  const { picture } = useConsole()
  const round = currentRound(picture.value)
  const say = round?.say
  return (
    <div class="direct">
      <Rail />
      <div class="direct-mid">
        <section class="say" aria-labelledby="say-label">
          <p class="say-label" id="say-label">
            {t('say.label')}
          </p>
          {say ? <p class="say-words">“{say}”</p> : <p class="say-none">{t('say.none')}</p>}
        </section>
        <ShowPanel />
        <Clock />
        <RemoteKeys />
        <MeterPanel />
        {round && <NotePad key={round.id} round={round.id} />}
      </div>
      <RoomCopyPanel />
    </div>
  )
}

function Clock() {
  const { picture, clock, send } = useConsole()
  const view = timerView(picture.value, clock.value, send)
  if (view.state === 'none') {
    if (!view.start) return null
    return (
      <section class="clock" aria-label={t('timer.label')}>
        <Button class="clock-start" icon="clock" onClick={view.start}>
          {t('timer.start', { n: view.minutes })}
        </Button>
      </section>
    )
  }
  const over = view.left === 0
  return (
    <section class={`clock clock-${view.state}`} aria-label={t('timer.label')}>
      <p class="clock-time even-figures" role="timer">
        {clockText(view.left)}
      </p>
      <div class="clock-buttons">
        <Button disabled={!view.less} onClick={view.less} aria-label={t('timer.less')}>
          −1
        </Button>
        <Button disabled={!view.more} onClick={view.more} aria-label={t('timer.more')}>
          +1
        </Button>
        {view.pause && (
          <Button kind="quiet" onClick={view.pause}>
            {t('timer.pause')}
          </Button>
        )}
        {view.resume && (
          <Button kind="quiet" onClick={view.resume}>
            {t('timer.resume')}
          </Button>
        )}
        {over && view.start && (
          <Button kind="quiet" onClick={view.start}>
            {t('timer.start', { n: view.minutes })}
          </Button>
        )}
      </div>
      {over && (
        <p class="clock-words">
          <Icon name="info" /> {t('timer.over')}
        </p>
      )}
      {view.state === 'paused' && <p class="clock-words">{t('timer.still')}</p>}
    </section>
  )
}

function MeterPanel() {
  const { picture } = useConsole()
  const meter = meterView(picture.value)
  const done = readyOf(picture.value)
  const ready = done && (
    <p class="meter-ready even-figures">
      <Icon name="check" /> {t('ready.count', { n: done.ready, total: done.total })}
    </p>
  )
  if (!meter) return ready ? <section class="meter">{ready}</section> : null
  return (
    <section class="meter">
      {ready}
      <p class="meter-sentence">
        <b>{meter.sentence}</b> {meter.more}
      </p>
      <Participation done={meter.done} total={meter.total} />
      <p class="meter-rest">
        {meter.rest} {meter.advice && <span>{meter.advice}</span>}
      </p>
    </section>
  )
}
