import { t } from '../text/console.ts'
import { Icon } from '../ui/draw/icon.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import type { Ranked } from './vote-view.ts'
import './ladder.css'

/** Places with their counts, for the facilitator alone. */
export function Ladder({ rows, label }: { rows: readonly Ranked[]; label: string }) {
  return (
    <ol class="ladder" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} class={row.tied ? 'ladder-tied' : ''}>
          <b class="ladder-place even-figures">{row.place}</b>
          <PlantLabel letter={row.letter} color={row.color} size="2.5rem" icon={false} />
          <span class="ladder-title">
            {row.title}
            {row.unfit && (
              <small class="ladder-unfit">
                <Icon name="warning" /> {t('vote.unfit_mark')}
              </small>
            )}
          </span>
          <span class="ladder-votes even-figures">
            <span class="visually-hidden">{t('vote.votes', { n: row.votes })}</span>
            <span aria-hidden="true">
              {row.votes}
              {row.tied && ' ='}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
