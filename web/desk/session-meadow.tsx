import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { SceneGround, ScenePlant, SceneSeed } from '../ui/draw/scene-plant.tsx'
import { hashes } from './route.ts'
import { type SessionRow, roundOrder } from './sessions-view.ts'
import { stageText } from './stage-text.ts'

const groundY = 262
const tallest = 196
const labelWidth = 132
const slotWidth = 112
/** Below this width a list says it better. */
const narrowest = 700

/** The rounds whose height is named beside the meadow. */
const marks = ['ideas', 'vote', 'top5', 'close'] as const

/** The newest sessions as stems: height is the round reached, so that a row of stems reads as a table. */
export function SessionMeadow({ rows }: { rows: readonly SessionRow[] }) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setWidth(box.current?.clientWidth ?? 0)
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])

  const room = Math.max(1, Math.floor((width - labelWidth) / slotWidth))
  const shown = rows.slice(0, Math.min(room, 10)).reverse()
  const slot = shown.length > 0 ? Math.min((width - labelWidth) / shown.length, 180) : slotWidth
  return (
    <div class="meadow" ref={box}>
      {width >= narrowest && (
        <>
          <svg class="meadow__field" viewBox={`0 0 ${width} 280`} role="img" aria-label={t('list.drawing')}>
            {marks.map((round) => (
              <path
                key={round}
                class="meadow__mark"
                d={`M0 ${markY(round)}C${width * 0.3} ${markY(round) - 2} ${width * 0.6} ${markY(round) + 2} ${width} ${markY(round)}`}
              />
            ))}
            {marks.map((round) => (
              <text key={round} class="meadow__word" x="0" y={markY(round) - 8}>
                {t(`round.${round}`)}
              </text>
            ))}
            <SceneGround left={2} right={width - 2} y={groundY} />
            {shown.map((row, i) => (
              <Stem key={row.id} row={row} x={Math.round(labelWidth + (i + 0.5) * slot)} variant={i} />
            ))}
          </svg>
          <ul class="meadow__names" style={{ paddingInlineStart: `${labelWidth}px` }} aria-hidden="true">
            {shown.map((row) => (
              <li key={row.id} style={{ width: `${slot}px` }}>
                <a href={hashes.session(row.id)} tabIndex={-1}>
                  {row.title}
                </a>
                <span>{stageText(row)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Stem({ row, x, variant }: { row: SessionRow; x: number; variant: number }) {
  if (row.stage === 'fresh') return <SceneSeed x={x} y={groundY - 9} turn={12} size={1.1} />
  return (
    <ScenePlant
      x={x}
      ground={groundY}
      height={Math.round(row.growth * tallest)}
      variant={variant}
      top={row.stage === 'ended' ? 'flower' : row.growth > 0.6 ? 'bud' : 'leaves'}
      leafScale={0.66}
      grows
    />
  )
}

function markY(round: (typeof marks)[number]): number {
  const reached = (roundOrder.indexOf(round) + 1) / (roundOrder.length + 1)
  return Math.round(groundY - reached * tallest)
}
