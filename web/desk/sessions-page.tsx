import { useEffect, useState } from 'preact/hooks'
import { language } from '../text/language.ts'
import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { shortDate } from './dates.ts'
import { ImportSheet } from './import-sheet.tsx'
import { SessionMeadow } from './session-meadow.tsx'
import { hashes } from './route.ts'
import { stageText } from './stage-text.ts'
import { type SessionRow, type SessionsView, sessionsView } from './sessions-view.ts'
import { Sprouts } from './sprouts.tsx'
import { goTo, loadSessions, sessions, trouble } from './store.ts'

export function SessionsPage() {
  const [importing, setImporting] = useState(false)
  useEffect(() => void loadSessions(), [])
  const known = sessions.value
  if (!known) return trouble.value ? null : <Spinner label={t('desk.loading')} />

  const view = sessionsView(known)
  return (
    <>
      {view.rows.length === 0 ? (
        <Empty onImport={() => setImporting(true)} />
      ) : (
        <>
          <header class="top">
            <div class="top__words">
              <h1>{heading(view)}</h1>
              <p>{openSentence(view)}</p>
            </div>
            <div class="top__actions">
              <Button icon="download" onClick={() => setImporting(true)}>
                {t('list.import')}
              </Button>
              <Button icon="lines" onClick={() => goTo(hashes.templates)}>
                {t('templates.title')}
              </Button>
              <Button kind="primary" icon="plus" onClick={() => goTo(hashes.new)}>
                {t('list.new')}
              </Button>
            </div>
          </header>
          <SessionMeadow rows={view.real} />
          <SessionTable rows={view.rows} />
          <p class="totals">
            {t('list.totals', {
              people: t('list.people_count', { n: view.people }),
              ideas: t('list.ideas_count', { n: view.ideas }),
            })}
          </p>
        </>
      )}
      <ImportSheet open={importing} onClose={() => setImporting(false)} />
    </>
  )
}

function Empty({ onImport }: { onImport: () => void }) {
  return (
    <div class="account">
      <div class="account__words">
        <h1>{t('list.empty_title')}</h1>
        <p>{t('list.empty')}</p>
        <Button kind="primary" icon="plus" onClick={() => goTo(hashes.new)}>
          {t('list.new')}
        </Button>
        <p class="quiet-words">
          {t('list.empty_import')}{' '}
          <button type="button" class="link-button" onClick={onImport}>
            {t('list.import')}
          </button>
        </p>
        <p class="quiet-words">
          {t('list.empty_templates')} <a href={hashes.templates}>{t('templates.title')}</a>
        </p>
      </div>
      <Sprouts />
    </div>
  )
}

function SessionTable({ rows }: { rows: readonly SessionRow[] }) {
  return (
    <table class="sessions">
      <caption class="visually-hidden">{t('list.all')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.session')}</th>
          <th scope="col">{t('list.place')}</th>
          <th scope="col">{t('list.status')}</th>
          <th scope="col">{t('list.when')}</th>
          <th scope="col" class="number">
            {t('list.people')}
          </th>
          <th scope="col" class="number">
            {t('list.ideas')}
          </th>
          <th scope="col">{t('list.retained')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={hashes.session(row.id)}>{row.title}</a>
              {row.rehearsal && <span class="rehearsal-mark">{t('rehearsal.mark')}</span>}
            </th>
            <td data-label={t('list.place')}>{row.place || t('list.no_place')}</td>
            <td data-label={t('list.status')}>
              <span class={`stage stage--${row.stage}`}>{stageText(row)}</span>
            </td>
            <td data-label={t('list.when')}>{shortDate(row.createdAt, language.value)}</td>
            <td data-label={t('list.people')} class="number even-figures">
              {row.people}
            </td>
            <td data-label={t('list.ideas')} class="number even-figures">
              {row.ideas}
            </td>
            <td data-label={t('list.retained')}>{shortDate(row.retainedUntil, language.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function heading(view: SessionsView): string {
  const ended = view.real.every((row) => row.stage === 'ended')
  return t(ended ? 'list.title_ended' : 'list.title', { n: view.real.length })
}

function openSentence(view: SessionsView): string {
  const first = view.open[0]
  return first ? t('list.open', { n: view.open.length, title: first.title }) : t('list.none_open')
}
