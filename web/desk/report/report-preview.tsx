import { useEffect, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { brand } from './brand.ts'

/** Shows the page of a report inside the desk, when somebody opens it. */
export function ReportPreview({ address }: { address: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="report__sections" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('report.preview')}</summary>
      {open && <Preview address={address} />}
    </details>
  )
}

/** As it would be saved: without scripts, and apart from the desk. */
function Preview({ address }: { address: string }) {
  const [page, setPage] = useState<string>()
  const [failed, setFailed] = useState(false)
  const look = brand.value?.revision
  useEffect(() => {
    const stop = new AbortController()
    const ask = async () => {
      const response = await fetch(address, { credentials: 'same-origin', signal: stop.signal })
      const text = await response.text()
      if (stop.signal.aborted) return
      setFailed(!response.ok)
      if (response.ok) setPage(text)
    }
    // What was pressed on the way to another choice is not asked for.
    const soon = setTimeout(() => {
      ask().catch(() => setFailed(!stop.signal.aborted))
    }, 300)
    return () => {
      clearTimeout(soon)
      stop.abort()
    }
  }, [address, look])
  return (
    <>
      {failed && <p class="report__note">{t('report.preview_failed')}</p>}
      {page !== undefined && (
        <iframe class="report__preview" title={t('report.preview_title')} sandbox="" srcdoc={page} />
      )}
    </>
  )
}
