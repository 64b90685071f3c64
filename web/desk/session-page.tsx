import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { language } from '../text/language.ts'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { BackLink } from './back-link.tsx'
import { longDate } from './dates.ts'
import { DeleteSheet } from './delete-sheet.tsx'
import { PairingPanel } from './pairing-panel.tsx'
import { PersonalLink } from './personal-link.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { Preparation } from './preparation.tsx'
import { ReportPanel } from './report/report-panel.tsx'
import { useSaving } from './report/use-saving.tsx'
import { Rehearse } from './rehearse.tsx'
import { ReopenSheet } from './reopen-sheet.tsx'
import { RetentionSheet } from './retention-sheet.tsx'
import { RoundLine } from './round-line.tsx'
import { type SessionRow, sessionsView } from './sessions-view.ts'
import { hashes } from './route.ts'
import { stageText } from './stage-text.ts'
import { loadSessions, sessions, trouble } from './store.ts'

export function SessionPage({ id }: { id: string }) {
  useEffect(() => void loadSessions(), [id])

  const known = sessions.value
  if (!known) return trouble.value ? null : <Spinner label={t('desk.loading')} />
  const row = sessionsView(known).rows.find((one) => one.id === id)
  if (!row) {
    return (
      <>
        <BackLink />
        <h1>{t('session.unknown_title')}</h1>
        <p class="lead">{t('session.unknown')}</p>
      </>
    )
  }
  return <KnownSession key={id} row={row} />
}

function KnownSession({ row }: { row: SessionRow }) {
  const [deleting, setDeleting] = useState(false)
  const [keeping, setKeeping] = useState(false)
  const [reopening, setReopening] = useState(false)
  const { saving, save, progress } = useSaving<'json'>()
  const people = t('list.people_count', { n: row.people })
  const ideas = t('list.ideas_count', { n: row.ideas })
  const whole = {
    file: 'json',
    address: `/api/sessions/${encodeURIComponent(row.id)}/export?format=json`,
    name: `kiemkring-${row.id}.kiemkring`,
  } as const
  return (
    <>
      <BackLink />
      {row.trajectory && (
        <p>
          <a class="dossier-link" href={hashes.trajectory(row.trajectory)}>
            {t('session.dossier')}
          </a>
        </p>
      )}
      <header class="session-head">
        <h1>
          {row.title}
          {row.rehearsal && <span class="rehearsal-mark">{t('rehearsal.mark')}</span>}
        </h1>
        <p>
          {[
            row.place,
            stageText(row),
            t('session.facts', { people, ideas }),
            t('session.made_on', { date: longDate(row.createdAt, language.value) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <RoundLine current={row.current} ended={row.stage === 'ended'} />
      <div class="session">
        <section class="session__open" aria-labelledby="open-title">
          <h2 id="open-title">{t('session.start')}</h2>
          <p>{t('session.start_body')}</p>
          <div class="doors">
            <PairingPanel session={row.id} pairs="facilitator" />
            <PairingPanel session={row.id} pairs="screen" />
          </div>
          {!row.rehearsal && row.stage !== 'ended' && <PersonalLink session={row.id} />}
          {!row.rehearsal && row.stage !== 'ended' && <Rehearse session={row.id} />}
          {!row.rehearsal && row.stage !== 'ended' && <PlanPanel session={row.id} />}
          {!row.rehearsal && row.stage !== 'ended' && <Preparation session={row.id} />}
          {row.stage === 'ended' && (
            <section aria-labelledby="reopen-title">
              <h3 id="reopen-title">{t('again.heading')}</h3>
              <p>{t('again.lead')}</p>
              <Button icon="undo" onClick={() => setReopening(true)}>
                {t('again.button')}
              </Button>
            </section>
          )}
          {!row.rehearsal && <ReportPanel session={row.id} ended={row.stage === 'ended'} />}
        </section>
        <aside class="session__side">
          <section aria-labelledby="results-title">
            <h2 id="results-title">{t('session.results')}</h2>
            {row.rehearsal ? (
              <p>{t('rehearsal.no_results')}</p>
            ) : (
              <>
                <p>{t('session.results_body')}</p>
                <Button icon="download" wide busy={saving !== undefined} onClick={() => void save(whole)}>
                  {t('session.json')}
                </Button>
                {progress}
              </>
            )}
          </section>
          <section aria-labelledby="retention-title">
            <h2 id="retention-title">{t('session.retention')}</h2>
            <p>{t('session.retention_body', { date: longDate(row.retainedUntil, language.value) })}</p>
            <div class="stacked">
              {!row.rehearsal && (
                <Button icon="clock" wide onClick={() => setKeeping(true)}>
                  {t('retention.change')}
                </Button>
              )}
              <Button kind="quiet" icon="trash" wide danger onClick={() => setDeleting(true)}>
                {t('session.delete')}
              </Button>
            </div>
          </section>
        </aside>
      </div>
      {reopening && <ReopenSheet row={row} onClose={() => setReopening(false)} />}
      {keeping && <RetentionSheet row={row} onClose={() => setKeeping(false)} />}
      <DeleteSheet open={deleting} row={row} onClose={() => setDeleting(false)} />
    </>
  )
}
