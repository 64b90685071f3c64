import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { SheetNotice } from './notice-bars.tsx'

export function EditIdeaSheet(props: {
  idea: { readonly text: string; readonly explanation: string }
  save: (text: string, explanation: string) => Promise<boolean>
  onClose: () => void
}) {
  const { idea, save, onClose } = props
  const [text, setText] = useState(idea.text)
  const [explanation, setExplanation] = useState(idea.explanation)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    const saved = await save(text, explanation)
    setBusy(false)
    if (saved) onClose()
  }
  return (
    <Dialog
      open
      title={t('ideas.edit_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void submit()}>
            {t('ideas.save')}
          </Button>
        </>
      }
    >
      <SheetNotice />
      <TextField
        label={t('ideas.text')}
        value={text}
        onInput={setText}
        max={140}
        onEnter={() => void submit()}
      />
      <TextArea
        label={t('ideas.explanation')}
        value={explanation}
        onInput={setExplanation}
        max={1000}
        optional
      />
    </Dialog>
  )
}
