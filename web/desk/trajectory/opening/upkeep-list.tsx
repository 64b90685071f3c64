import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { longDate } from '../../dates.ts'
import { all } from '../dossier-view.ts'
import { dayOf } from '../portfolio-view.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'
import { CalendarLink } from './calendar-link.tsx'
import type { PartProps } from './opening-fields.tsx'
import { nextTurn } from './opening-view.ts'

/** Work that comes back over the years, for a function and not for a person. */
export function UpkeepList({ dossier, shown }: PartProps) {
  const works = all(shown, 'upkeep')
  const today = dayOf(Date.now())
  return (
    <section aria-labelledby="upkeep-title">
      <h2 id="upkeep-title">{t('upkeep.title')}</h2>
      <p class="section-lead">{t('upkeep.lead')}</p>
      <ul class="entry-rows">
        {works.map(({ id, entry }) => {
          const next = nextTurn(entry, today)
          return (
            <EntryRow
              key={id}
              dossier={dossier}
              id={id}
              entry={entry}
              label={t('row.edit', { name: entry.what })}
            >
              <div class="factor__words">
                <h3>{entry.what}</h3>
                <p>
                  {[
                    entry.every_months > 0 && t('upkeep.every', { n: entry.every_months }),
                    entry.function || t('upkeep.nobody'),
                    next && t('upkeep.next', { day: longDate(next, language.value) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
            </EntryRow>
          )
        })}
      </ul>
      <TakenAwayRows dossier={dossier} kind="upkeep" />
      {works.some(({ entry }) => entry.starts_on) && (
        <CalendarLink
          href={`/api/trajectories/${shown.id}/upkeep.ics`}
          file="upkeep.ics"
          label={t('upkeep.calendar')}
        />
      )}
      <AddEntry dossier={dossier} kind="upkeep" label={t('upkeep.add')} />
    </section>
  )
}
