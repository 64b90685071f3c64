import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Icon } from '../../../ui/draw/icon.tsx'
import { longDate, shortDate } from '../../dates.ts'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, first, type OneOf } from '../dossier-view.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'
import { warningsOf } from './seasons-view.ts'
import { TimelineDrawing } from './timeline.tsx'

/** The planning, drawn and as a list that says the same. */
export function Planning({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const activities = inOrder(shown)
  return (
    <section aria-labelledby="planning-title">
      <h2 id="planning-title">{t('planning.title')}</h2>
      <TimelineDrawing activities={activities} plan={first(shown, 'plan')?.entry} />
      <ul class="entry-rows">
        {activities.map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.what })}
          >
            <div class="factor__words">
              <h4>{entry.what}</h4>
              <p>{[t(`activity.${entry.sort}`), entry.who, entry.note].filter(Boolean).join(' · ')}</p>
              <SeasonWarnings shown={shown} entry={entry} />
            </div>
            <p class="factor__by">{spanText(entry)}</p>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="activity" />
      <AddEntry dossier={dossier} kind="activity" label={t('planning.add')} />
    </section>
  )
}

export function inOrder(shown: Dossier): OneOf<'activity'>[] {
  const when = ({ entry }: OneOf<'activity'>) => entry.starts_on || entry.ends_on || '9999'
  return all(shown, 'activity').sort((a, b) => when(a).localeCompare(when(b)) || a.id - b.id)
}

export function spanText({ starts_on, ends_on }: { starts_on: string; ends_on: string }): string {
  const day = (date: string) => shortDate(date, language.value)
  if (starts_on && ends_on && starts_on !== ends_on)
    return t('planning.from_to', { from: day(starts_on), to: day(ends_on) })
  if (starts_on && !ends_on) return t('planning.from', { from: day(starts_on) })
  return ends_on ? day(ends_on) : t('planning.no_date')
}

export function seasonTexts(shown: Dossier, entry: OneOf<'activity'>['entry']): string[] {
  const plan = first(shown, 'plan')?.entry
  return warningsOf(entry, plan).map((warning) =>
    warning === 'before_plan'
      ? t('season.before_plan', { date: longDate(plan?.starts_on ?? '', language.value) })
      : warning === 'after_plan'
        ? t('season.after_plan', { date: longDate(plan?.ends_on ?? '', language.value) })
        : t(`season.${warning}`),
  )
}

function SeasonWarnings({ shown, entry }: { shown: Dossier; entry: OneOf<'activity'>['entry'] }) {
  return (
    <>
      {seasonTexts(shown, entry).map((text) => (
        <p key={text} class="plan-warning">
          <Icon name="warning" size="1.1em" /> {text}
        </p>
      ))}
    </>
  )
}
