import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { language } from '../text/language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { showToast } from '../ui/toast.tsx'
import { longDate } from './dates.ts'
import { type ImportError, importBytesMax, importRefusal, type Newer, newerView, wrongWith } from './import-view.ts'
import { dayAfter, mayBeKeptUntil } from './retention.ts'
import { RetentionField } from './retention-sheet.tsx'
import { hashes } from './route.ts'
import { sendExport } from './send-export.ts'
import { goTo, hear, loadSessions, trouble } from './store.ts'

export function ImportSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [file, setFile] = useState<File>()
  const [error, setError] = useState<ImportError>()
  /** How much of the file has been sent, 0 to 1. */
  const [sent, setSent] = useState<number>()
  const busy = sent !== undefined
  /** The day of the file that has passed, and the one that is chosen instead. */
  const [over, setOver] = useState<string>()
  const [date, setDate] = useState('')
  const [badDate, setBadDate] = useState(false)
  /** The session is here in an earlier version: what this file would change. */
  const [newer, setNewer] = useState<Newer>()

  const stopping = useRef<AbortController>()
  // Whoever goes to another page wants it no more.
  useEffect(() => () => stopping.current?.abort(), [])

  const chooseDate = (day: string) => {
    setDate(day)
    setBadDate(false)
  }
  const forget = () => {
    setError(undefined)
    setOver(undefined)
    setBadDate(false)
    setNewer(undefined)
  }
  const close = () => {
    stopping.current?.abort()
    setFile(undefined)
    forget()
    onClose()
  }
  const send = async () => {
    if (!file) return setError('import.missing')
    if (file.size > importBytesMax) return setError('import.too_large')
    if (over !== undefined && !mayBeKeptUntil(date, Date.now())) return setBadDate(true)
    const query = newer ? '?replace=1' : over === undefined ? '' : `?retained_until=${date}`
    setSent(0)
    const stop = new AbortController()
    stopping.current = stop
    const wrong = wrongWith(await file.text(), file.size)
    const reply = wrong || stop.signal.aborted ? undefined : await sendExport(file, query, setSent, stop.signal)
    setSent(undefined)
    stopping.current = undefined
    if (stop.signal.aborted) {
      showToast({ text: t('import.stopped') })
      // It may just have been brought in.
      return void loadSessions()
    }
    if (!reply) return setError(wrong)
    hear(reply)
    if (reply.ok) {
      close()
      void loadSessions()
      showToast({ text: t(newer ? 'import.replaced' : 'import.done') })
      goTo(hashes.session(reply.body.id))
      return
    }
    if (reply.error === 'bad_date') return setBadDate(true)
    if (reply.error === 'newer') {
      trouble.value = undefined
      return setNewer(reply.body as unknown as Newer)
    }
    if (reply.error === 'retention_over') {
      setDate(dayAfter(Date.now(), 365))
      return setOver(String(reply.body.retained_until ?? ''))
    }
    const refusal = importRefusal(reply.status, reply.error)
    if (refusal) {
      trouble.value = undefined
      setError(refusal)
    } else {
      close()
    }
  }
  return (
    <Dialog
      open={open}
      title={t('import.title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t(busy ? 'import.stop' : 'word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {t(newer ? 'import.replace' : 'import.button')}
          </Button>
        </>
      }
    >
      <p>{t('import.body')}</p>
      <label class="file-field">
        <span class="file-field__label">{t('import.file')}</span>
        <input
          type="file"
          accept=".kiemkring,.json,application/json"
          disabled={busy}
          aria-invalid={error !== undefined}
          aria-describedby="import-error"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0])
            forget()
          }}
        />
      </label>
      <p id="import-error" class="form-error" role="alert">
        {error && t(error, { mb: importBytesMax / 1024 / 1024 })}
        {over && t('import.over', { date: longDate(over, language.value) })}
        {over === '' && t('import.over_no_date')}
      </p>
      {newer && <WhatIsNewer newer={newer} />}
      {over !== undefined && (
        <RetentionField date={date} problem={badDate} change={chooseDate} />
      )}
      {sent !== undefined && (
        <div class="import-progress">
          <progress id="import-progress" max={1} value={sent} />
          <label for="import-progress">
            {sent < 1 ? t('import.sending', { n: Math.floor(sent * 100) }) : t('import.reading')}
          </label>
        </div>
      )}
    </Dialog>
  )
}

/** Before a newer version takes its place: what comes, what goes, and what the top becomes. */
function WhatIsNewer({ newer }: { newer: Newer }) {
  const { counts, top } = newerView(newer)
  return (
    <div role="status">
      <p>
        <strong>{t('newer.title')}</strong> {t('newer.lead')}
      </p>
      <ul>
        {counts.map(({ what, n }) => (
          <li key={what}>{t(`newer.${what}`, { n })}</li>
        ))}
        {counts.length === 0 && !top && <li>{t('newer.only_course')}</li>}
        {newer.ended && <li>{t('newer.ended')}</li>}
      </ul>
      {top && (
        <>
          <p>{t('newer.top')}</p>
          <ol>
            {top.now.map(({ title, isNew }, i) => (
              <li key={i}>
                {title}
                {isNew && <em> {t('newer.is_new')}</em>}
              </li>
            ))}
          </ol>
          {top.left.length > 0 && <p>{t('newer.left', { titles: top.left.join(', ') })}</p>}
        </>
      )}
    </div>
  )
}
