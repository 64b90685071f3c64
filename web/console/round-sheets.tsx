import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { RadioChips } from '../ui/chips.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import { type Addable, addableOf, type RailStop, type RoundWords } from './agenda-view.ts'
import { SheetNotice } from './notice-bars.tsx'
import type { RoundKind } from './picture.ts'

/** Other words or minutes for a round. */
export function EditRoundSheet(props: {
  stop: RailStop
  save: (words: RoundWords) => Promise<boolean>
  onClose: () => void
}) {
  const { stop, save, onClose } = props
  const [words, setWords] = useState(stop.words)
  return (
    <RoundForm
      title={t('round_form.edit', { title: stop.title })}
      kind={stop.kind}
      words={words}
      setWords={setWords}
      submit={() => save(words)}
      action={t('round_form.save')}
      onClose={onClose}
    />
  )
}

/** A round that was not planned, right after this one. */
export function AddRoundSheet(props: {
  add: (kind: Addable, words: RoundWords) => Promise<boolean>
  onClose: () => void
}) {
  const { add, onClose } = props
  const { picture } = useConsole()
  const [kind, setKind] = useState<Addable>('show')
  const [words, setWords] = useState<RoundWords>({ title: '', text: '', say: '', minutes: 10 })
  return (
    <RoundForm
      title={t('round_form.add')}
      kind={kind}
      words={words}
      setWords={setWords}
      submit={() => add(kind, words)}
      action={t('round_form.add_do')}
      onClose={onClose}
    >
      <RadioChips<Addable>
        legend={t('round_form.kind')}
        value={kind}
        options={addableOf(picture.value).map((value) => ({ value, label: t(`round.${value}`) }))}
        onChange={setKind}
      />
    </RoundForm>
  )
}

function RoundForm(props: {
  title: string
  kind: RoundKind
  words: RoundWords
  setWords: (words: RoundWords) => void
  submit: () => Promise<boolean>
  action: string
  onClose: () => void
  children?: preact.ComponentChildren
}) {
  const { title, kind, words, setWords, submit, action, onClose, children } = props
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<RoundWords>) => setWords({ ...words, ...part })
  const go = async () => {
    if (busy) return
    setBusy(true)
    const done = await submit()
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void go()}>
            {action}
          </Button>
        </>
      }
    >
      <SheetNotice />
      {children}
      <TextField
        label={t(kind === 'talk' ? 'round_form.question' : 'round_form.title')}
        hint={t('round_form.title_hint', { name: t(`round.${kind}`) })}
        value={words.title}
        max={140}
        optional
        onInput={(text) => set({ title: text })}
      />
      {kind === 'show' && (
        <TextArea
          label={t('round_form.text')}
          hint={t('round_form.text_hint')}
          value={words.text}
          max={600}
          rows={4}
          onInput={(text) => set({ text })}
        />
      )}
      <TextArea
        label={t('round_form.say')}
        value={words.say}
        max={600}
        optional
        onInput={(say) => set({ say })}
      />
      <div class="stepper">
        <span class="stepper-what">{t('round_form.minutes')}</span>
        <IconButton
          icon="minus"
          label={t('round_form.shorter')}
          disabled={words.minutes <= 0}
          onClick={() => set({ minutes: Math.max(0, words.minutes - (words.minutes > 10 ? 5 : 1)) })}
        />
        <b class="even-figures">{words.minutes}</b>
        <IconButton
          icon="plus"
          label={t('round_form.longer')}
          disabled={words.minutes >= 240}
          onClick={() => set({ minutes: Math.min(240, words.minutes + (words.minutes >= 10 ? 5 : 1)) })}
        />
      </div>
    </Dialog>
  )
}
