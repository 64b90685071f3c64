import { useEffect, useRef, useState } from 'preact/hooks'
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
  /** How far the file is, 0 to 1, once it takes longer than a moment. */
  const [reached, setReached] = useState<number>()
  const stopping = useRef<AbortController>()
  // Whoever goes elsewhere wants it no more.
  useEffect(() => () => stopping.current?.abort(), [])

  if (picture.value.session?.rehearsal) return <p class="export-note">{t('rehearsal.no_results')}</p>

  const get = async (format: ExportFormat) => {
    if (busy) return
    setBusy(format)
    setFailed(false)
    const stop = new AbortController()
    stopping.current = stop
    const came = await downloadExport(paired, format, { reached: setReached, signal: stop.signal })
    setBusy(undefined)
    setReached(undefined)
    setFailed(came === 'failed')
    announce(t(({ done: 'close.exported', failed: 'close.export_failed', stopped: 'close.export_stopped' } as const)[came]))
  }
  return (
    <div class="export">
      <Button icon="download" busy={busy === 'pdf'} onClick={() => void get('pdf')}>
        {t('close.pdf')}
      </Button>
      <Button icon="download" busy={busy === 'xlsx'} onClick={() => void get('xlsx')}>
        {t('close.xlsx')}
      </Button>
      {reached !== undefined && (
        <div class="export-making">
          <p role="status">{t('close.making', { n: Math.floor(reached * 100) })}</p>
          <progress value={reached} max={1} aria-hidden="true" />
          <Button icon="close" onClick={() => stopping.current?.abort()}>
            {t('close.stop')}
          </Button>
        </div>
      )}
      <p class="export-note">{t('close.whole_at_desk')}</p>
      {picture.value.session?.status !== 'ended' && <p class="export-note">{t('close.report_middle')}</p>}
      {failed && <p class="sheet-problem">{t('close.export_failed')}</p>}
    </div>
  )
}
