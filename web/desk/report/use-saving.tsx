import { useEffect, useRef, useState } from 'preact/hooks'
import { watchMaking } from '../../shared/watch-making.ts'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { download, save as saveFile, taken } from '../download.ts'
import { asDocx } from './docx/as-docx.ts'

/** Something to be saved: what it is, where it is made, and how it is called when the server does not say. */
export interface Wanted<File extends string> {
  readonly file: File
  readonly address: string
  readonly name: string
}

/**
 * Saves reports and other files, one at a time; `progress` shows how far one is that takes longer than a moment, and stops it. A Word
 * file (`docx`) is made here, of the page at its address.
 */
export function useSaving<File extends string>() {
  const [saving, setSaving] = useState<File>()
  /** 0 to 1 */
  const [done, setDone] = useState<number>()
  /** Counts what was saved. */
  const [made, setMade] = useState(0)
  const stopping = useRef<AbortController>()
  // Whoever goes to another page wants it no more.
  useEffect(() => () => stopping.current?.abort(), [])

  const save = async ({ file, address, name }: Wanted<File>) => {
    if (saving) return
    setSaving(file)
    const stop = new AbortController()
    stopping.current = stop
    const refused = (code: string) => showToast({ text: code === 'no_day' ? t('report.no_day') : t('report.failed') })
    const making = watchMaking(address, setDone)
    const taking = { refused, signal: stop.signal }
    const saved =
      file === 'docx'
        ? await taken(making.address, async (page) => saveDocx(page, name, stop.signal), taking)
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

async function saveDocx(page: Response, name: string, signal: AbortSignal): Promise<void> {
  const file = await asDocx(page)
  signal.throwIfAborted()
  saveFile(file, name)
}
