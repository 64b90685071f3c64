import { t } from '../text/desk.ts'
import { type RoundKind, roundOrder } from './sessions-view.ts'
import { LineDot } from './line-dot.tsx'

/** The way of a session: done, on now, ahead. Said in words too, never by color alone. */
export function RoundLine({ current, ended }: { current: RoundKind; ended: boolean }) {
  const at = roundOrder.indexOf(current)
  return (
    <ol class="round-line" aria-label={t('session.rounds')}>
      {roundOrder.map((round, i) => {
        const state = ended || i < at ? 'done' : i === at ? 'now' : 'ahead'
        return (
          <li
            key={round}
            class={`round-line__one round-line__one--${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <LineDot state={state}>{i + 1}</LineDot>
            <span class="round-line__name">{t(`round.${round}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}
