import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { dataFormats, type ReportChoice, type SavedFormat, sessionFile } from './report-choice.ts'
import { useSaving } from './use-saving.tsx'
import './data-files.css'

/** What a session made, to go on with elsewhere: tables, and days for a calendar. */
export function DataFiles({ session, choice }: { session: string; choice: ReportChoice }) {
  const { saving, save, progress } = useSaving<SavedFormat>()
  return (
    <>
      <h3>{t('report.data')}</h3>
      <p class="report__note">{t('report.data_hint')}</p>
      <div class="report__actions">
        {dataFormats.map((format) => (
          <Button key={format} icon="download" busy={saving === format} onClick={() => void save(sessionFile(session, choice, format))}>
            {t(`report.${format}`)}
          </Button>
        ))}
      </div>
      {progress}
    </>
  )
}
