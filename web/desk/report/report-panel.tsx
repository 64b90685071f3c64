import { useState } from 'preact/hooks'
import { language as deskLanguage } from '../../text/language.ts'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { BrandPanel } from './brand-panel.tsx'
import { DataFiles } from './data-files.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { choiceFor, reportAddress, type SavedFormat, sessionFile, sessionSections } from './report-choice.ts'
import { ReportHistory } from './report-history.tsx'
import { ReportOptions } from './report-options.tsx'
import { ReportPreview } from './report-preview.tsx'
import { useSaving } from './use-saving.tsx'
import './report-panel.css'

/** The report of a session: for whom, with which names, what is in it; to look at, and to take away. */
export function ReportPanel({ session, ended }: { session: string; ended: boolean }) {
  const [choice, setChoice] = useState(() => choiceFor(sessionSections, 'participants', deskLanguage.value))
  const { saving, save, progress, made } = useSaving<SavedFormat>()
  const button = (format: 'pdf' | 'html' | 'docx') => (
    <Button icon="download" busy={saving === format} onClick={() => void save(sessionFile(session, choice, format))}>
      {t(`report.${format}`)}
    </Button>
  )
  return (
    <>
      <section class="report" aria-labelledby="report-title">
        <h2 id="report-title">{t('report.title')}</h2>
        <p>{t(ended ? 'report.lead' : 'report.lead_interim')}</p>
        <ReportOptions
          sections={sessionSections}
          choice={choice}
          onChoose={setChoice}
          nameOf={(value) => ({ label: t(`report.readers.${value}`), hint: t(`report.readers.${value}_hint`) })}
          titleOf={(value) => t(`report.section.${value}`)}
        />
        <div class="report__actions">
          {button('pdf')}
          {button('html')}
          {button('docx')}
          <a
            class="report__look"
            href={reportAddress(session, choice, 'html', true)}
            target="_blank"
            rel="noreferrer"
          >
            {t('report.look')}
          </a>
        </div>
        {progress}
        <ReportHistory of="sessions" id={session} made={made} />
        <ReportPreview address={reportAddress(session, choice, 'html', true)} />
        <BrandPanel />
        <DataFiles session={session} choice={choice} />
      </section>
      <PapersPanel session={session} report={choice} ended={ended} />
    </>
  )
}
