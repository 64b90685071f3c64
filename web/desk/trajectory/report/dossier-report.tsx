import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language as deskLanguage } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckChips, RadioChips } from '../../../ui/chips.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { download, save as saveFile, taken } from '../../download.ts'
import { asDocx } from '../../report/docx/as-docx.ts'
import { namings, readers } from '../../report/report-choice.ts'
import { ReportHistory } from '../../report/report-history.tsx'
import '../../report/report-panel.css'
import {
  type DossierFile,
  dossierReportAddress,
  dossierSections,
  firstDossierChoice,
  withDossierReaders,
  withDossierSection,
} from './dossier-report-choice.ts'

/** The report of a trajectory: for whom, with which names, what is in it; to look at, to take away, and as one page. */
export function DossierReport({ trajectory }: { trajectory: string }) {
  const [choice, setChoice] = useState(() => firstDossierChoice(deskLanguage.value))
  const [saving, setSaving] = useState<DossierFile>()
  const [made, setMade] = useState(0)
  const save = async (file: DossierFile) => {
    setSaving(file)
    const name = `kiemkring-${trajectory}.${file === 'summary' ? 'pdf' : file}`
    const saved =
      file === 'docx'
        ? await taken(dossierReportAddress(trajectory, choice, file), async (page) => saveFile(await asDocx(page), name))
        : await download(dossierReportAddress(trajectory, choice, file), name)
    setSaving(undefined)
    setMade((count) => count + 1)
    if (saved) showToast({ text: t('session.saved') })
  }
  const button = (file: DossierFile) => (
    <Button icon="download" busy={saving === file} onClick={() => void save(file)}>
      {t(file === 'summary' ? 'report.summary' : `report.${file}`)}
    </Button>
  )
  return (
    <section class="report" aria-labelledby="dossier-report-title">
      <h2 id="dossier-report-title">{t('report.title')}</h2>
      <p>{t('report.dossier_lead')}</p>
      <RadioChips
        legend={t('report.readers')}
        options={readers.map((value) => ({
          value,
          label: t(`report.dossier_readers.${value}`),
          hint: t(`report.dossier_readers.${value}_hint`),
        }))}
        value={choice.readers}
        onChange={(value) => setChoice(withDossierReaders(choice, value))}
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
          options={dossierSections.map((value) => ({ value, label: t(`report.dossier_section.${value}`) }))}
          values={choice.sections}
          onToggle={(section, chosen) => setChoice(withDossierSection(choice, section, chosen))}
        />
      </details>
      <div class="report__actions">
        {button('pdf')}
        {button('html')}
        {button('docx')}
        {button('summary')}
        <a class="report__look" href={dossierReportAddress(trajectory, choice, 'html', true)} target="_blank" rel="noreferrer">
          {t('report.look')}
        </a>
      </div>
      <ReportHistory of="trajectories" id={trajectory} made={made} />
    </section>
  )
}
