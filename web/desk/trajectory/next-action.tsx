import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { dayOf } from './portfolio-view.ts'
import type { OpenDossier } from './dossier.ts'
import { type Dossier, first } from './dossier-view.ts'
import { EntryForm, KeptMark } from './entry-form.tsx'
import { faultText } from './fault-text.ts'
import { TakenAwayRows } from './rows.tsx'

/** What is next, who does it and when. */
export function NextAction({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const action = first(shown, 'next_action')
  const isOverdue = action !== undefined && action.entry.due !== '' && action.entry.due < dayOf(Date.now())
  const done = async () => {
    if (!action) return
    const removed = await dossier.command('remove_entry', { id: action.id, was: action.entry })
    if (!removed.ok) return showToast({ text: faultText(removed.error) })
    dossier.drop('next_action')
    const { version } = removed
    showToast({
      text: t('next.done', { what: action.entry.what }),
      action: { label: t('word.undo'), run: () => void dossier.command('undo_event', { version }) },
    })
  }
  return (
    <section class="well next-action" aria-labelledby="next-title">
      <h2 id="next-title">
        {t('next.title')} {isOverdue && <span class="overdue">{t('next.overdue')}</span>}{' '}
        <KeptMark dossier={dossier} name="next_action" />
      </h2>
      <TakenAwayRows dossier={dossier} kind="next_action" />
      <EntryForm dossier={dossier} name="next_action" kind="next_action" id={dossier.single('next_action')} />
      {action && (
        <Button icon="check" onClick={() => void done()}>
          {t('next.is_done')}
        </Button>
      )}
    </section>
  )
}
