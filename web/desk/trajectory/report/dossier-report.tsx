import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language as deskLanguage } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { download, save as saveFile, taken } from '../../download.ts'
import { asDocx } from '../../report/docx/as-docx.ts'
import { choiceFor } from '../../report/report-choice.ts'
import { ReportHistory } from '../../report/report-history.tsx'
import { ReportOptions } from '../../report/report-options.tsx'
import '../../report/report-panel.css'
import { type DossierFile, dossierReportAddress, dossierSections } from './dossier-report-choice.ts'

/** The report of a trajectory: for whom, with which names, what is in it; to look at, to take away, and as one page. */
export function DossierReport({ trajectory }: { trajectory: string }) {
  const [choice, setChoice] = useState(() => choiceFor(dossierSections, 'board', deskLanguage.value))
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
      <ReportHistory of="trajectories" id={trajectory} made={made} />
    </section>
  )
}
