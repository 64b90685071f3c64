import { useSignal } from '@preact/signals'
import { ideaLanguages } from '../../text/idea-languages.ts'
import { language as spoken } from '../../text/language.ts'
import { t as phone } from '../../text/phone.ts'
import { t } from '../../text/second-language.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { countGraphemes } from '../../ui/graphemes.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import { refusalText } from '../say.ts'
import type { MyIdea } from './ideas-view.ts'
import './second-language.css'

/** The line of an own idea in another language, beside what was written. `home` is what the room reads. */
export function SecondLanguage(props: { idea: MyIdea; home: string; onClose: () => void }) {
  const { idea, home, onClose } = props
  const beside = idea.translation
  // Whoever's phone speaks as the room does wrote in that language, most likely.
  const likely = spoken.value === home ? (home === 'en' ? 'nl' : 'en') : home
  const chosen = useSignal<string>(beside?.language ?? likely)
  const text = useSignal(beside?.text ?? '')
  const problem = useSignal<string | undefined>(undefined)
  const say = (words: string, done: string) => {
    onClose()
    void idea.translate?.(chosen.value, words).then((outcome) => {
      showToast({ text: refusalText(outcome) ?? done })
    })
  }
  const save = () => {
    const over = countGraphemes(text.value.trim()) - 140
    if (!text.value.trim()) problem.value = t('translate.empty')
    else if (over > 0) problem.value = phone('idea.too_long', { n: over })
    else say(text.value, t('translate.saved'))
  }
  return (
    <Dialog
      open
      title={t('translate.title')}
      onClose={onClose}
      actions={
        <>
          {beside && (
            <Button danger icon="trash" onClick={() => say('', t('translate.removed'))}>
              {t('translate.remove')}
            </Button>
          )}
          <Button kind="primary" onClick={save}>
            {t('word.save')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>“{idea.text}”</p>
        <label class="second-language">
          <span>{t('translate.language')}</span>
          <select
            value={chosen.value}
            onChange={(event) => {
              chosen.value = event.currentTarget.value
            }}
          >
            {ideaLanguages.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <TextArea
          label={t('translate.text')}
          error={problem.value}
          max={140}
          value={text.value}
          onInput={(value) => {
            text.value = value.replace(/\s*\n\s*/g, ' ')
            problem.value = undefined
          }}
          onEnter={save}
        />
      </div>
    </Dialog>
  )
}
