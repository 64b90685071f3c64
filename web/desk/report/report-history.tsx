import { useEffect, useState } from 'preact/hooks'
import type { MadeReport } from '../../shared/http.ts'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { clockTime, longDate } from '../dates.ts'
import { ask } from '../store.ts'

export interface ReportHistoryProps {
  of: 'sessions' | 'trajectories'
  id: string
  /** Another one was made when this changes. */
  made: number
}

/** Which reports were made, for whom and by whom, and how much changed since; asked for when somebody opens it. */
export function ReportHistory({ of, id, made }: ReportHistoryProps) {
  const [open, setOpen] = useState(false)
  const [reports, setReports] = useState<readonly MadeReport[] | 'failed'>()
  const load = async () => {
    const reply = await ask(`GET /api/${of}/ID/reports`, undefined, { id })
    setReports(reply.ok ? reply.body.reports : 'failed')
  }
  useEffect(() => {
    if (open) void load()
  }, [open, made, of, id])
  return (
    <details class="report__history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('report.history')}</summary>
      {open && reports === undefined && <Spinner label={t('report.history_loading')} />}
      {reports === 'failed' && (
        <p>
          {t('report.history_failed')} <Button onClick={() => void load()}>{t('report.history_again')}</Button>
        </p>
      )}
      {reports !== 'failed' && reports?.length === 0 && <p>{t('report.history_none')}</p>}
      {reports !== 'failed' && reports && reports.length > 0 && (
        <ol class="report__made">
          {reports.map((report) => (
            <li key={`${report.hash} ${report.made_at} ${report.format}`}>
              <b>{t('report.made_version', { n: report.number })}</b>, {madeText(report)}
              <span class="report__changes">
                {report.changes > 0 ? t('report.changes', { n: report.changes }) : t('report.no_changes')}
              </span>
              <code title={report.hash}>sha256 {report.hash.slice(0, 16)}…</code>
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}

/** "12 maart 2026, 14:05, voor bestuur, PDF, Nederlands, door Anneke" */
function madeText(report: MadeReport): string {
  const { made_at, readers, parts, format, by } = report
  return [
    longDate(made_at, language.value),
    clockTime(made_at, language.value),
    t(`report.made_for.${readers}`),
    parts === 'summary' ? t('report.made_summary') : '',
    format.toUpperCase(),
    t(`report.language.${report.language}`),
    by && t('report.made_by', { name: by }),
  ]
    .filter(Boolean)
    .join(', ')
}
