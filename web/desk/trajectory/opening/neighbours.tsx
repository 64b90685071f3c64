import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { longDate } from '../../dates.ts'
import { all, first } from '../dossier-view.ts'
import { EntryRow, TakenAwayRows } from '../rows.tsx'
import type { PartProps } from './opening-fields.tsx'

/** Who came over the public page and wants to join in. */
export function Neighbours({ dossier, shown }: PartProps) {
  const neighbours = all(shown, 'neighbour')
  if (neighbours.length === 0 && !first(shown, 'opening')?.entry.story_public) return null
  return (
    <section aria-labelledby="neighbours-title">
      <h2 id="neighbours-title">{t('neighbours.title')}</h2>
      <p class="section-lead">{t(neighbours.length === 0 ? 'neighbours.empty' : 'neighbours.lead')}</p>
      <ul class="entry-rows">
        {neighbours.map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.name })}
          >
            <div class="factor__words">
              <h3>{entry.name}</h3>
              {entry.note && <p>{entry.note}</p>}
              <p class="contact-ways">
                {entry.phone && <a href={`tel:${entry.phone}`}>{entry.phone}</a>}
                {entry.email && <a href={`mailto:${entry.email}`}>{entry.email}</a>}
              </p>
            </div>
            {entry.came_on && (
              <p class="factor__by factor__when">{longDate(entry.came_on, language.value)}</p>
            )}
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="neighbour" />
    </section>
  )
}
