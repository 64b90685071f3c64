import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language as deskLanguage } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { BrandPanel } from '../../report/brand-panel.tsx'
import { choiceFor } from '../../report/report-choice.ts'
import { ReportHistory } from '../../report/report-history.tsx'
import { ReportOptions } from '../../report/report-options.tsx'
import { ReportPreview } from '../../report/report-preview.tsx'
import { useSaving } from '../../report/use-saving.tsx'
import '../../report/report-panel.css'
import { type DossierFile, dossierFile, dossierReportAddress, dossierSections } from './dossier-report-choice.ts'

/** The report of a trajectory: for whom, with which names, what is in it; to look at, to take away, and as one page. */
export function DossierReport({ trajectory }: { trajectory: string }) {
  const [choice, setChoice] = useState(() => choiceFor(dossierSections, 'board', deskLanguage.value))
  const { saving, save, progress, made } = useSaving<DossierFile>()
  const button = (file: DossierFile) => (
    <Button icon="download" busy={saving === file} onClick={() => void save(dossierFile(trajectory, choice, file))}>
      {t(file === 'summary' ? 'report.summary' : `report.${file}`)}
    </Button>
  )
  return (
    <section class="report" aria-labelledby="dossier-report-title">
      <h2 id="dossier-report-title">{t('report.title')}</h2>
      <p>{t('report.dossier_lead')}</p>
      <ReportOptions
        sections={dossierSections}
        choice={choice}
        onChoose={setChoice}
        nameOf={(value) => ({ label: t(`report.dossier_readers.${value}`), hint: t(`report.dossier_readers.${value}_hint`) })}
        titleOf={(value) => t(`report.dossier_section.${value}`)}
      />
      <div class="report__actions">
        {button('pdf')}
        {button('html')}
        {button('docx')}
        {button('summary')}
        <a class="report__look" href={dossierReportAddress(trajectory, choice, 'html', true)} target="_blank" rel="noreferrer">
          {t('report.look')}
        </a>
      </div>
      {progress}
      <ReportHistory of="trajectories" id={trajectory} made={made} />
      <ReportPreview address={dossierReportAddress(trajectory, choice, 'html', true)} />
      <BrandPanel />
    </section>
  )
}
