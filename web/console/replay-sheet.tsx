import { useEffect, useRef, useState } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { frameMs, type ReplayOutline, roundAt } from '../shared/replay.ts'
import { roundName } from '../shared/round-name.ts'
import { language } from '../text/language.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useConsole } from './console-session.ts'
import './replay.css'

/** While somebody drags, the big screens follow in steps. */
const dragPauseMs = 200

/** Plays the session back on the big screen, once somebody says so; closing it shows the session again. */
export function ReplaySheet({ onClose }: { onClose: () => void }) {
  const { paired } = useConsole()
  const [outline, setOutline] = useState<ReplayOutline | 'busy' | 'failed' | 'too long'>('busy')
  const [began, setBegan] = useState(false)
  const options = { id: paired.session, bearer: paired.token }

  const load = async () => {
    setOutline('busy')
    const reply = await call('GET /api/sessions/ID/replay', undefined, options)
    if (reply.ok && 'times' in reply.body) setOutline(reply.body)
    else setOutline(reply.status === 409 ? 'too long' : 'failed')
  }
  const show = (frame: number | null, playing: boolean) => {
    setBegan(true)
    const version = typeof outline === 'object' ? outline.version : 0
    void call('POST /api/sessions/ID/replay', { frame, version, playing }, options)
  }
  useEffect(() => void load(), [])
  const close = () => {
    if (began) show(null, false)
    onClose()
  }
  return (
    <Dialog open title={t('replay.title')} onClose={close}>
      <p>{t(began ? 'replay.began' : 'replay.body')}</p>
      {outline === 'busy' && <Spinner label={t('replay.busy')} />}
      {outline === 'too long' && <p class="sheet-problem">{t('replay.too_long')}</p>}
      {outline === 'failed' && (
        <>
          <p class="sheet-problem">{t('replay.failed')}</p>
          <Button kind="primary" onClick={() => void load()}>
            {t('word.again')}
          </Button>
        </>
      )}
      {typeof outline === 'object' && <ReplayBar outline={outline} show={show} />}
      <div class="sheet-list">
        <Button wide icon="close" onClick={close}>
          {t(began ? 'replay.stop' : 'word.close')}
        </Button>
      </div>
    </Dialog>
  )
}

function ReplayBar(props: { outline: ReplayOutline; show: (frame: number, playing: boolean) => void }) {
  const { outline, show } = props
  const last = outline.times.length - 1
  const [frame, setFrame] = useState(0)
  const [playing, setPlaying] = useState(false)
  const dragged = useRef<ReturnType<typeof setTimeout>>()

  // The big screen keeps the same time; it is told only what somebody does here.
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => setFrame((now) => Math.min(now + 1, last)), frameMs)
    return () => clearInterval(timer)
  }, [playing, last])
  useEffect(() => {
    if (frame === last) setPlaying(false)
  }, [frame, last])

  const go = (to: number, play: boolean) => {
    clearTimeout(dragged.current)
    setFrame(to)
    setPlaying(play)
    show(to, play)
  }
  const drag = (to: number) => {
    setFrame(to)
    setPlaying(false)
    clearTimeout(dragged.current)
    dragged.current = setTimeout(() => show(to, false), dragPauseMs)
  }
  const round = roundAt(outline, frame)
  const time = new Date(outline.times[frame] ?? 0).toLocaleTimeString(language.value, {
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <div class="replay">
      <div class="replay-bar">
        <Button
          kind="primary"
          icon={playing ? 'pause' : 'play'}
          onClick={() => go(!playing && frame === last ? 0 : frame, !playing)}
        >
          {t(playing ? 'replay.pause' : 'replay.play')}
        </Button>
        <p class="replay-when even-figures">
          <b>{round && roundName(round)}</b> {time}
        </p>
      </div>
      <input
        type="range"
        min={0}
        max={last}
        value={frame}
        aria-label={t('replay.bar')}
        aria-valuetext={`${round ? roundName(round) : ''} ${time}`}
        onInput={(event) => drag(event.currentTarget.valueAsNumber)}
      />
      <ul class="replay-rounds" aria-label={t('replay.rounds')}>
        {outline.rounds.map((one) => (
          <li key={one.frame}>
            <Button kind="quiet" onClick={() => go(one.frame, true)}>
              {roundName(one)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
