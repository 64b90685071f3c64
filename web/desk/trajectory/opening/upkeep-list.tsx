import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { longDate } from '../../dates.ts'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { all, type Dossier, first } from '../dossier-view.ts'
import { dayOf } from '../portfolio-view.ts'
import { faultText } from '../fault-text.ts'
import { fieldNames } from '../fields-view.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'
import { withUndo } from '../with-undo.ts'
import { CalendarLink } from './calendar-link.tsx'
import type { PartProps } from './opening-fields.tsx'
import { changedOn, doneTurn, mailAddress, nextTurn } from './opening-view.ts'

const day = (on: string) => longDate(on, language.value)
/** Of what is only thought of nothing was done yet. */
const fieldsOfNew = fieldNames('upkeep').filter((field) => field !== 'done_on')

/** Work that comes back over the years, for a function and not for a person. */
export function UpkeepList({ dossier, shown }: PartProps) {
  const works = all(shown, 'upkeep')
  const today = dayOf(Date.now())
  const changed = changedOn(shown)
  const done = async (id: number, was: EntryOf<'upkeep'>, turn: string) => {
    const kept = await dossier.command('put_entry', { id, was, now: { ...was, done_on: turn } })
    if (!kept.ok) return showToast({ text: faultText(kept.error) })
    showToast(withUndo(dossier, kept.version, t('upkeep.done_said', { what: was.what, day: day(turn) })))
  }
  return (
    <section aria-labelledby="upkeep-title">
      <h2 id="upkeep-title">{t('upkeep.title')}</h2>
      <p class="section-lead">{t('upkeep.lead')}</p>
      <ul class="entry-rows">
        {works.map(({ id, entry }) => {
          const next = nextTurn(entry, changed)
          const turn = doneTurn(entry, changed, today)
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
                    entry.done_on && t('upkeep.done_on', { day: day(entry.done_on) }),
                    next && t(entry.done_on ? 'upkeep.next' : 'upkeep.next_first', { day: day(next) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  {next !== '' && next < today && <strong class="overdue">{t('next.overdue')}</strong>}
                </p>
                {turn && (
                  <Button
                    icon="check"
                    aria-label={t('next.done', { what: entry.what })}
                    onClick={() => void done(id, entry, turn)}
                  >
                    {t('upkeep.done')}
                  </Button>
                )}
                {entry.email && (
                  <p>
                    <a class="button-link" href={mailTo(shown, entry)}>
                      {t('upkeep.mail', { function: entry.function || entry.email })}
                    </a>
                  </p>
                )}
              </div>
            </EntryRow>
          )
        })}
      </ul>
      <TakenAwayRows dossier={dossier} kind="upkeep" />
      {works.some(({ entry }) => entry.starts_on) && (
        <>
          <CalendarLink
            href={`/api/trajectories/${shown.id}/upkeep.ics`}
            file="upkeep.ics"
            label={t('upkeep.calendar')}
          />
          <p class="section-lead">{t('upkeep.calendar_hint')}</p>
        </>
      )}
      <AddEntry dossier={dossier} kind="upkeep" label={t('upkeep.add')} fields={fieldsOfNew} />
    </section>
  )
}

/** What the function has to do over the years, in one mail of the organiser's own. */
function mailTo(shown: Dossier, work: EntryOf<'upkeep'>): string {
  const place = first(shown, 'place')?.entry.name ?? ''
  const when = [
    work.every_months > 0 && t('upkeep.every', { n: work.every_months }),
    work.starts_on && t('upkeep.mail_from', { day: day(work.starts_on) }),
    work.ends_on && t('upkeep.mail_until', { day: day(work.ends_on) }),
  ]
    .filter(Boolean)
    .join(', ')
  const subject = t('upkeep.mail_subject', { what: work.what, place })
  return mailAddress(work.email, subject, t('upkeep.mail_body', { what: work.what, place, when: when || t('upkeep.mail_no_day') }))
}
