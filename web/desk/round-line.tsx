import { t } from '../text/desk.ts'
import { type RoundKind, roundOrder } from './sessions-view.ts'

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
            <span class="round-line__dot" aria-hidden="true">
              {state === 'done' ? (
                <svg viewBox="0 0 26 26" aria-hidden="true">
                  <path
                    class="round-line__disc"
                    d="M13 1.500C20 1.200 24.600 6.600 24.500 13C24.700 19.600 19.600 24.600 13 24.400C6.600 24.700 1.400 19.600 1.600 13C1.300 6.600 6 1.400 13 1.500Z"
                  />
                  <path class="round-line__check" d="M7.500 13.500L11.500 17.500L18.800 9" />
                </svg>
              ) : (
                i + 1
              )}
            </span>
            <span class="round-line__name">{t(`round.${round}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}
