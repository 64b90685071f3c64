import { useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { hashes } from './route.ts'
import type { SessionRow } from './sessions-view.ts'
import { ask, goTo, loadSessions } from './store.ts'

/** Nothing is deleted before the word was typed: this is the one thing here that has no way back. */
export function DeleteSheet(props: { open: boolean; row: SessionRow; onClose: () => void }) {
  const { open, row, onClose } = props
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const word = t('delete.word')
  const confirmed = typed.trim().toLocaleLowerCase() === word

  const close = () => {
    setTyped('')
    onClose()
  }
  const erase = async () => {
    if (!confirmed) return
    setBusy(true)
    const reply = await ask('DELETE /api/sessions/ID', undefined, { id: row.id })
    setBusy(false)
    // 404: somebody else deleted it meanwhile, which is what was wanted.
    if (!reply.ok && reply.status !== 404) return close()
    close()
    showToast({ text: t('delete.done', { title: row.title }) })
    await loadSessions()
    goTo(hashes.sessions)
  }
  return (
    <Dialog
      open={open}
      title={t('delete.title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('word.cancel')}</Button>
          <Button kind="primary" danger disabled={!confirmed} busy={busy} onClick={() => void erase()}>
            {t('delete.button')}
          </Button>
        </>
      }
    >
      <p>
        {t('delete.body', {
          title: row.title,
          people: t('list.people_count', { n: row.people }),
          ideas: t('list.ideas_count', { n: row.ideas }),
        })}
      </p>
      <p>{t('delete.final')}</p>
      <TextField
        label={t('delete.label', { word })}
        value={typed}
        onInput={setTyped}
        onEnter={() => void erase()}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
      />
    </Dialog>
  )
}
