import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { download, save as saveFile, taken } from '../download.ts'
import { asDocx } from './docx/as-docx.ts'
import { watchMaking } from './making.ts'
import { fileName, type ReportChoice, reportAddress, type SavedFormat } from './report-choice.ts'

/** Saves files of a session, one at a time; `progress` shows how far one is that takes longer than a moment, and stops it. */
export function useSaving(session: string) {
  const [saving, setSaving] = useState<SavedFormat>()
  /** 0 to 1 */
  const [done, setDone] = useState<number>()
  /** Counts what was saved. */
  const [made, setMade] = useState(0)
  const stopping = useRef<AbortController>()
  // Whoever goes to another page wants it no more.
  useEffect(() => () => stopping.current?.abort(), [])

  const save = async (format: SavedFormat, choice: ReportChoice) => {
    if (saving) return
    setSaving(format)
    const stop = new AbortController()
    stopping.current = stop
    const refused = (code: string) => showToast({ text: code === 'no_day' ? t('report.no_day') : t('report.failed') })
    const making = watchMaking(session, reportAddress(session, choice, format), setDone)
    const name = fileName(session, format)
    const taking = { refused, signal: stop.signal }
    const saved =
      format === 'docx'
        ? await taken(making.address, async (page) => saveFile(await asDocx(page), name), taking)
        : await download(making.address, name, taking)
    making.end()
    setDone(undefined)
    setSaving(undefined)
    setMade((count) => count + 1)
    if (saved) showToast({ text: t('session.saved') })
    else if (stop.signal.aborted) showToast({ text: t('report.stopped') })
  }
  const progress = done !== undefined && (
    <div class="report__making">
      <p role="status">{t('report.making', { n: Math.floor(done * 100) })}</p>
      <progress value={done} max={1} aria-hidden="true" />
      <Button icon="close" onClick={() => stopping.current?.abort()}>
        {t('report.stop')}
      </Button>
    </div>
  )
  return { saving, save, progress, made }
}
