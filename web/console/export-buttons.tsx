import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { announce } from '../ui/announcer.tsx'
import { useConsole } from './console-session.ts'
import { downloadExport, type ExportFormat } from './download-export.ts'

/** The export of now: the whole report, or tables. Complete, with who wrote what, is for the desk. */
export function ExportButtons() {
  const { paired, picture } = useConsole()
  const [busy, setBusy] = useState<ExportFormat>()
  const [failed, setFailed] = useState(false)

  if (picture.value.session?.rehearsal) return <p class="export-note">{t('rehearsal.no_results')}</p>

  const get = async (format: ExportFormat) => {
    setBusy(format)
    const done = await downloadExport(paired, format)
    setBusy(undefined)
    setFailed(!done)
    announce(t(done ? 'close.exported' : 'close.export_failed'))
  }
  return (
    <div class="export">
      <Button icon="download" busy={busy === 'pdf'} onClick={() => void get('pdf')}>
        {t('close.pdf')}
      </Button>
      <Button icon="download" busy={busy === 'xlsx'} onClick={() => void get('xlsx')}>
        {t('close.xlsx')}
      </Button>
      <p class="export-note">{t('close.whole_at_desk')}</p>
      {picture.value.session?.status !== 'ended' && <p class="export-note">{t('close.report_middle')}</p>}
      {failed && <p class="sheet-problem">{t('close.export_failed')}</p>}
    </div>
  )
}
