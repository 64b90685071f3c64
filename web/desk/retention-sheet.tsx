import { useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { language } from '../text/language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { longDate } from './dates.ts'
import { mayBeKeptUntil } from './retention.ts'
import type { SessionRow } from './sessions-view.ts'
import { ask, loadSessions } from './store.ts'

/** Another day until which a session is kept. People who were there see it on their phones. */
export function RetentionSheet({ row, onClose }: { row: SessionRow; onClose: () => void }) {
  const [date, setDate] = useState(row.retainedUntil)
  const [problem, setProblem] = useState(false)
  const [busy, setBusy] = useState(false)
  const chooseDate = (day: string) => {
    setDate(day)
    setProblem(false)
  }
  const save = async () => {
    if (!mayBeKeptUntil(date, Date.now())) return setProblem(true)
    setBusy(true)
    const reply = await ask('POST /api/sessions/ID/retention', { retained_until: date }, { id: row.id })
    setBusy(false)
    // The clock of the server decides what tomorrow is.
    if (!reply.ok && reply.status === 422) return setProblem(true)
    onClose()
    if (reply.ok) showToast({ text: t('retention.done', { date: longDate(date, language.value) }) })
    void loadSessions()
  }
  return (
    <Dialog
      open
      title={t('retention.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('retention.save')}
          </Button>
        </>
      }
    >
      <p>{t('retention.body')}</p>
      <RetentionField date={date} problem={problem} change={chooseDate} />
    </Dialog>
  )
}

export function RetentionField(props: { date: string; problem: boolean; change: (date: string) => void }) {
  const { date, problem, change } = props
  return (
    <TextField
      label={t('retention.date')}
      type="date"
      value={date}
      onInput={change}
      error={problem ? t('retention.bad_date') : undefined}
    />
  )
}
