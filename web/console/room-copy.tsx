import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { clockText } from '../ui/clock.ts'
import { Drawing } from '../ui/draw/drawing.tsx'
import { SceneGround, SceneSeed } from '../ui/draw/scene-plant.tsx'
import { useConsole } from './console-session.ts'
import { heldView } from './held-view.ts'
import { type RoomCopy, roomCopyView } from './room-copy-view.ts'
import './room-copy.css'

/** A small copy of the big screen, and the way to darken it. */
export function RoomCopyPanel() {
  const { picture, clock, send } = useConsole()
  const held = heldView(picture.value, send)
  const copy = roomCopyView(picture.value, clock.value, send)
  return (
    <aside class="room" aria-label={t('room.label')}>
      <p class="room-label">{t('room.label')}</p>
      <Copy copy={copy} />
      {copy.toggle && (
        <Button wide icon={copy.blank ? 'screen' : 'eye-off'} class="room-toggle" onClick={copy.toggle}>
          {t(copy.blank ? 'room.blank_off' : 'room.blank_on')}
        </Button>
      )}
      {held.showPlan && (
        <Button wide icon="pin" onClick={held.showPlan}>
          {t('plan.show')}
        </Button>
      )}
      {held.pause && (
        <Button wide icon="pause" onClick={held.pause}>
          {t('pause.start')}
        </Button>
      )}
    </aside>
  )
}

function Copy({ copy }: { copy: RoomCopy }) {
  const shown = copy.lines.slice(0, 5)
  return (
    <div class={`room-copy${copy.blank ? ' room-copy-blank' : ''}`}>
      <p class="room-heading">{copy.heading}</p>
      {copy.left !== undefined && <span class="room-sun even-figures">{clockText(copy.left)}</span>}
      {shown.length > 0 && (
        <ul class="room-lines">
          {shown.map((line) => (
            <li key={`${line.letter ?? ''}${line.text}`}>
              {line.letter && <b>{line.letter}</b>} {line.text}
            </li>
          ))}
        </ul>
      )}
      {copy.number !== undefined && (
        <div class="room-count">
          <b>{copy.number}</b>
          <Seeds count={copy.seeds ?? 0} />
        </div>
      )}
      {copy.code && <span class="room-code even-figures">{copy.code}</span>}
    </div>
  )
}

function Seeds({ count }: { count: number }) {
  const drawn = Math.min(count, 40)
  return (
    <Drawing viewBox="0 0 300 84" class="room-seeds" fit="xMaxYMid meet">
      {Array.from({ length: drawn }, (_, i) => (
        <SceneSeed
          key={i}
          x={292 - (i % 10) * 28}
          y={14 + Math.floor(i / 10) * 22}
          turn={i % 2 ? 24 : -18}
          size={1}
        />
      ))}
      {count === 0 && <SceneGround left={100} right={296} y={60} />}
    </Drawing>
  )
}
