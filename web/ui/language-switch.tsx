import { awaited, language, languages, setLanguage } from '../text/language.ts'
import { t } from '../text/shared.ts'
import { Icon } from './draw/icon.tsx'
import './language-switch.css'

/** Chooses the language of the page. The system's own list, so that it works in every language and size. */
export function LanguageSwitch() {
  return (
    <label class="ui-language">
      <Icon name="globe" />
      <span class="visually-hidden">{t('word.language')}</span>
      <select
        class="ui-language-list"
        value={awaited.value?.code ?? language.value}
        onChange={(event) => {
          const chosen = languages.value.find((known) => known.code === event.currentTarget.value)
          if (chosen) setLanguage(chosen.code)
        }}
      >
        {languages.value.map((known) => (
          <option key={known.code} value={known.code} lang={known.code}>
            {known.name}
          </option>
        ))}
      </select>
    </label>
  )
}
