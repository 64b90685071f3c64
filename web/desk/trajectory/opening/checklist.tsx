import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { weekDay } from '../../dates.ts'
import { first } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { emptyEntry } from '../fields-view.ts'
import { dayOf } from '../portfolio-view.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'
import type { PartProps } from './opening-fields.tsx'
import { dueBefore, openingTasks, proposedTasks } from './opening-view.ts'
import { putDown } from './propose.ts'

const fields = ['what', 'who', 'due', 'note']

/** What has to be done before the party. */
export function Checklist({ dossier, shown }: PartProps) {
  const [busy, setBusy] = useState(false)
  const tasks = openingTasks(shown)
  const done = tasks.filter(({ entry }) => entry.state === 'done').length
  const today = dayOf(Date.now())
  const propose = async () => {
    setBusy(true)
    const heldOn = first(shown, 'opening')?.entry.held_on ?? ''
    const known = new Set(tasks.map(({ entry }) => entry.what))
    const entries = proposedTasks
      .map(([what, days]) => ({
        ...emptyEntry('task'),
        what: t(`opening.task_${what}`),
        due: dueBefore(heldOn, days, today),
        topic: 'opening' as const,
      }))
      .filter(({ what }) => !known.has(what))
    await putDown(dossier, entries)
    setBusy(false)
  }
  const tick = async (id: number, was: EntryOf<'task'>, on: boolean) => {
    const kept = await dossier.command('put_entry', {
      id,
      was,
      now: { ...was, state: on ? 'done' : 'open' },
    })
    if (!kept.ok) showToast({ text: faultText(kept.error) })
  }
  return (
    <section aria-labelledby="checklist-title">
      <h2 id="checklist-title">{t('opening.checklist_title')}</h2>
      <p class="section-lead">
        {tasks.length === 0
          ? t('opening.checklist_empty')
          : t('opening.checklist_count', { done, n: tasks.length })}
      </p>
      <ul class="entry-rows">
        {tasks.map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.what })}
            fields={fields}
          >
            <div class="factor__words opening__tick">
              <Checkbox
                label={entry.what}
                checked={entry.state === 'done'}
                onChange={(on) => void tick(id, entry, on)}
              />
            </div>
            <p class="factor__by">
              {entry.who && <span>{entry.who}</span>}
              {entry.due && (
                <span class="factor__when">
                  {weekDay(entry.due, language.value)}
                  {entry.state !== 'done' && entry.due < today && (
                    <>
                      {' '}
                      <span class="overdue">{t('next.overdue')}</span>
                    </>
                  )}
                </span>
              )}
            </p>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="task" />
      {tasks.length === 0 && (
        <Button icon="lines" busy={busy} onClick={() => void propose()}>
          {t('opening.checklist_propose')}
        </Button>
      )}
      <AddEntry
        dossier={dossier}
        kind="task"
        name="new-task-opening"
        label={t('opening.checklist_add')}
        fields={fields}
        start={{ topic: 'opening' }}
      />
    </section>
  )
}
