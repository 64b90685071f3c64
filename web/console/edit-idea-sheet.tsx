import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { ideaLanguages } from '../text/idea-languages.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { IdeaCard } from './ideas-view.ts'
import { SheetNotice } from './notice-bars.tsx'

/** The words of an idea, and its line in another language. `home` is what the room reads. */
export function EditIdeaSheet(props: { idea: IdeaCard; home: string; onClose: () => void }) {
  const { idea, home, onClose } = props
  const [text, setText] = useState(idea.text)
  const [explanation, setExplanation] = useState(idea.explanation)
  const [language, setLanguage] = useState(idea.beside?.language ?? home)
  const [beside, setBeside] = useState(idea.beside?.text ?? '')
  const [opened, setOpened] = useState(idea.beside !== undefined)
  const [busy, setBusy] = useState(false)
  const isReworded = text !== idea.text || explanation !== idea.explanation
  const isTranslated =
    beside !== (idea.beside?.text ?? '') || (beside !== '' && language !== idea.beside?.language)
  const submit = async () => {
    setBusy(true)
    const reworded = !isReworded || ((await idea.edit?.(text, explanation)) ?? false)
    const saved = reworded && (!isTranslated || ((await idea.translate?.({ language, text: beside })) ?? false))
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
      {opened ? (
        <fieldset class="beside-fields">
          <legend>{t('ideas.beside')}</legend>
          <label class="sheet-select">
            <span>{t('ideas.beside_language')}</span>
            <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
              {ideaLanguages.map(({ code, name }) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <TextField
            label={t('ideas.beside_text')}
            hint={t('ideas.beside_hint')}
            value={beside}
            onInput={setBeside}
            max={140}
            onEnter={() => void submit()}
          />
        </fieldset>
      ) : (
        <div>
          <Button kind="quiet" icon="globe" onClick={() => setOpened(true)}>
            {t('ideas.beside_add')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
