import { useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { showToast } from '../ui/toast.tsx'
import type { SessionRow } from './sessions-view.ts'
import { ask, loadSessions } from './store.ts'

/** A session that has ended goes on. */
export function ReopenSheet({ row, onClose }: { row: SessionRow; onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  const reopen = async () => {
    setBusy(true)
    const reply = await ask('POST /api/sessions/ID/reopen', undefined, { id: row.id })
    setBusy(false)
    onClose()
    showToast({ text: t(reply.ok ? 'again.done' : 'again.not_done') })
    void loadSessions()
  }
  return (
    <Dialog
      open
      title={t('again.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void reopen()}>
            {t('again.do')}
          </Button>
        </>
      }
    >
      <p>{t('again.body')}</p>
      <p>{t('again.sealed')}</p>
      {row.trajectory && <p>{t('again.dossier')}</p>}
    </Dialog>
  )
}
