import { useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { brand } from './brand.ts'
import { LookState } from './look-state.tsx'
import { useLook } from './use-look.ts'

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
  const look = useLook(address, brand.value?.revision, pageOf)
  return (
    <>
      <LookState look={look} failed={t('report.preview_failed')} />
      {look.shown !== undefined && (
        <iframe
          class="report__preview"
          title={t('report.preview_title')}
          aria-busy={look.state === 'making'}
          sandbox=""
          srcdoc={look.shown}
        />
      )}
    </>
  )
}

async function pageOf(response: Response): Promise<string> {
  if (!response.ok) throw new Error(`${response.status}`)
  return response.text()
}
