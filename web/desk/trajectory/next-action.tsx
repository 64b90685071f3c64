import { useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { longDate } from '../dates.ts'
import { dayOf } from './portfolio-view.ts'
import type { OpenDossier } from './dossier.ts'
import { type Dossier, first } from './dossier-view.ts'
import { EntryForm, KeptMark } from './entry-form.tsx'
import { faultText } from './fault-text.ts'
import { nextWords } from './next-text.ts'
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
      {!action && <FromDossier dossier={dossier} shown={shown} />}
      <EntryForm dossier={dossier} name="next_action" kind="next_action" id={dossier.single('next_action')} />
      {action && (
        <Button icon="check" onClick={() => void done()}>
          {t('next.is_done')}
        </Button>
      )}
    </section>
  )
}

/** The first thing with a day that the dossier knows: it is next as long as nobody writes something else. */
function FromDossier({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [busy, setBusy] = useState(false)
  const { next } = shown
  const isTyped = Object.keys(dossier.forms.value.get('next_action')?.drafts ?? {}).length > 0
  if (next.kind === 'nothing' || isTyped) return null
  const what = nextWords(next)
  const isLate = next.due < dayOf(Date.now())
  const take = async () => {
    setBusy(true)
    // A day that has passed is no day for what is still to be done.
    const now = { kind: 'next_action' as const, what, who: next.who, due: isLate ? '' : next.due }
    const done = await dossier.command('put_entry', { id: 0, was: null, now })
    setBusy(false)
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  return (
    <div class="from-dossier">
      <p>
        {t('next.from_dossier')} <strong>{what}</strong>
      </p>
      <p>
        {[longDate(next.due, language.value), next.who].filter(Boolean).join(' · ')}{' '}
        {isLate && <span class="overdue">{t('next.overdue')}</span>}
      </p>
      <p class="from-dossier__why">{t('next.stands')}</p>
      <Button icon="plus" busy={busy} onClick={() => void take()}>
        {t('next.take')}
      </Button>
    </div>
  )
}
