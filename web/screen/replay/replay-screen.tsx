import { useEffect } from 'preact/hooks'
import { roundName } from '../../shared/round-name.ts'
import { roundAt } from '../../shared/replay.ts'
import { language } from '../../text/language.ts'
import { t } from '../../text/screen.ts'
import { Icon } from '../../ui/draw/icon.tsx'
import { Notice } from '../notice.tsx'
import { Picture } from '../room-screen.tsx'
import { screenView } from '../screen-view.ts'
import type { ReplayPlayer } from './player.ts'
import './replay.css'

/** The pictures of then, over a bar that says when that was. */
export function ReplayScreen(props: { player: ReplayPlayer; token: string; onClose: () => void }) {
  const { player, token, onClose } = props
  useEffect(() => listenToReplayKeys(player, onClose), [player, onClose])
  const view = player.shown.value === undefined ? undefined : screenView(player.records, location.origin)
  if (!view) return <Notice kind="busy" />
  return (
    <main class={`frame frame--${view.kind} frame--replay`} aria-label={view.title}>
      <div class="picture">
        <Picture
          view={{ ...view, blank: false }}
          source={player.records}
          token={token}
          now={player.at.value}
        />
      </div>
      <ReplayBar player={player} />
    </main>
  )
}

function ReplayBar({ player }: { player: ReplayPlayer }) {
  const outline = player.outline.value
  const { last } = player
  const frame = player.frame.value
  if (!outline) return null
  const round = roundAt(outline, frame)
  const time = new Date(player.at.value).toLocaleTimeString(language.value, {
    hour: '2-digit',
    minute: '2-digit',
  })
  const share = (one: number) => `${last === 0 ? 100 : (100 * one) / last}%`
  return (
    <div class="replay">
      <p class="replay__words">
        <Icon name={player.playing.value ? 'play' : 'pause'} size="1.1em" />
        <b>{t('replay.title')}</b>
        <span>{round && roundName(round)}</span>
        <span class="even-figures">{time}</span>
      </p>
      <div class="replay__track">
        <svg class="replay__line" preserveAspectRatio="none" viewBox="0 0 100 10" aria-hidden="true">
          <path class="replay__whole" d="M0 5H100" />
          <path class="replay__gone" d={`M0 5H${last === 0 ? 100 : (100 * frame) / last}`} />
        </svg>
        {outline.rounds.map((one) => (
          <i key={one.frame} class="replay__round" style={{ insetInlineStart: share(one.frame) }} />
        ))}
        <i class="replay__now" style={{ insetInlineStart: share(frame) }} />
        <input
          type="range"
          min={0}
          max={last}
          value={frame}
          aria-label={t('replay.bar')}
          aria-valuetext={`${round ? roundName(round) : ''} ${time}`}
          onInput={(event) => {
            player.pause()
            player.seek(event.currentTarget.valueAsNumber)
          }}
        />
      </div>
    </div>
  )
}

/** Space plays and stands still, arrows step, Page keys (and a clicker) go to the next round, Escape ends it. */
function listenToReplayKeys(player: ReplayPlayer, onClose: () => void): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const acts: Record<string, () => void> = {
      ' ': () => (player.playing.value ? player.pause() : player.play()),
      ArrowLeft: () => player.seek(player.frame.value - (event.shiftKey ? 10 : 1)),
      ArrowRight: () => player.seek(player.frame.value + (event.shiftKey ? 10 : 1)),
      PageUp: () => player.toRound(-1),
      PageDown: () => player.toRound(1),
      Home: () => player.seek(0),
      End: () => player.seek(player.last),
      Escape: onClose,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    if (event.key !== ' ' && event.key !== 'Escape') player.pause()
    act()
  }
  addEventListener('keydown', pressed)
  return () => removeEventListener('keydown', pressed)
}
