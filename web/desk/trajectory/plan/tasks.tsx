import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { weekDay } from '../../dates.ts'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, type OneOf } from '../dossier-view.ts'
import { FactorSign } from '../../../ui/draw/factor-sign.tsx'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'

const fields = ['what', 'who', 'due', 'state', 'topic', 'note']

/** Who does what, and by when. */
export function Tasks({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  return (
    <section aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t('tasks.title')}</h2>
      <p class="section-lead">{t('tasks.lead')}</p>
      <ul class="entry-rows">
        {tasksOfPlan(shown).map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.what })}
            fields={fields}
          >
            <span class="factor__colour plan-state">
              <FactorSign
                colour={entry.state === 'done' ? 'green' : entry.state === 'busy' ? 'amber' : 'open'}
              />
              {t(`task_state.${entry.state}`)}
            </span>
            <div class="factor__words">
              <h4>{entry.what}</h4>
              {entry.note && <p>{entry.note}</p>}
            </div>
            <p class="factor__by">
              <span>{entry.who || (entry.state === 'done' ? '' : t('tasks.nobody'))}</span>
              <span class="factor__when">
                {entry.due ? weekDay(entry.due, language.value) : entry.state === 'done' ? '' : t('tasks.no_day')}
                {isOverdue(entry) && <strong class="overdue">{t('tasks.overdue')}</strong>}
              </span>
            </p>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="task" />
      <AddEntry dossier={dossier} kind="task" name="new-plan_task" label={t('tasks.add')} fields={fields} />
    </section>
  )
}

/** Those of an idea belong to the time before the choice. What is done comes last, what is due first. */
export function tasksOfPlan(shown: Dossier): OneOf<'task'>[] {
  const rank = ({ entry }: OneOf<'task'>) =>
    `${entry.state === 'done' ? 1 : 0}${entry.due || '9999-99-99'}`
  return all(shown, 'task')
    .filter(({ entry }) => entry.idea === 0)
    .sort((a, b) => rank(a).localeCompare(rank(b)) || a.id - b.id)
}

export function isOverdue({ due, state }: EntryOf<'task'>): boolean {
  return due !== '' && state !== 'done' && due < new Date().toLocaleDateString('sv')
}
