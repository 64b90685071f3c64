import { useState } from 'preact/hooks'
import { language as deskLanguage } from '../../text/language.ts'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { CheckChips, RadioChips } from '../../ui/chips.tsx'
import { BrandPanel } from './brand-panel.tsx'
import { DataFiles } from './data-files.tsx'
import { PapersPanel } from './papers-panel.tsx'
import {
  firstChoice,
  namings,
  readers,
  reportAddress,
  sections,
  withReaders,
  withSection,
} from './report-choice.ts'
import { ReportHistory } from './report-history.tsx'
import { ReportPreview } from './report-preview.tsx'
import { useSaving } from './use-saving.tsx'
import './report-panel.css'

/** The report of a session: for whom, with which names, what is in it; to look at, and to take away. */
export function ReportPanel({ session, ended }: { session: string; ended: boolean }) {
  const [choice, setChoice] = useState(() => firstChoice(deskLanguage.value))
  const [previewing, setPreviewing] = useState(false)
  const { saving, save, progress, made } = useSaving(session)
  return (
    <>
      <section class="report" aria-labelledby="report-title">
        <h2 id="report-title">{t('report.title')}</h2>
        <p>{t(ended ? 'report.lead' : 'report.lead_interim')}</p>
        <RadioChips
          legend={t('report.readers')}
          options={readers.map((value) => ({
            value,
            label: t(`report.readers.${value}`),
            hint: t(`report.readers.${value}_hint`),
          }))}
          value={choice.readers}
          onChange={(value) => setChoice(withReaders(choice, value))}
        />
        <RadioChips
          legend={t('report.names')}
          options={namings.map((value) => ({ value, label: t(`report.names.${value}`) }))}
          value={choice.naming}
          onChange={(naming) => setChoice({ ...choice, naming })}
        />
        {choice.naming === 'everybody' && choice.readers !== 'archive' && (
          <p class="report__note">{t('report.names_unasked')}</p>
        )}
        {choice.naming !== 'everybody' && <p class="report__note">{t('report.names_in_text')}</p>}
        <RadioChips
          legend={t('report.language')}
          options={[
            { value: 'nl', label: t('report.language.nl') },
            { value: 'en', label: t('report.language.en') },
          ]}
          value={choice.language}
          onChange={(language) => setChoice({ ...choice, language })}
        />
        <details class="report__sections">
          <summary>{t('report.sections', { n: choice.sections.length })}</summary>
          <CheckChips
            legend={t('report.sections_legend')}
            hideLegend
            options={sections.map((value) => ({ value, label: t(`report.section.${value}`) }))}
            values={choice.sections}
            onToggle={(section, chosen) => setChoice(withSection(choice, section, chosen))}
          />
        </details>
        <div class="report__actions">
          <Button icon="download" busy={saving === 'pdf'} onClick={() => void save('pdf', choice)}>
            {t('report.pdf')}
          </Button>
          <Button icon="download" busy={saving === 'html'} onClick={() => void save('html', choice)}>
            {t('report.html')}
          </Button>
          <Button icon="download" busy={saving === 'docx'} onClick={() => void save('docx', choice)}>
            {t('report.docx')}
          </Button>
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
        <details class="report__sections" onToggle={(event) => setPreviewing(event.currentTarget.open)}>
          <summary>{t('report.preview')}</summary>
          {previewing && <ReportPreview address={reportAddress(session, choice, 'html', true)} />}
        </details>
        <BrandPanel />
        <DataFiles session={session} choice={choice} />
      </section>
      <PapersPanel session={session} report={choice} ended={ended} />
    </>
  )
}
