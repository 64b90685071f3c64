import { awaited, language, languages } from '../text/language.ts'
import { t } from '../text/phone.ts'

/** What somebody should know about the language that they chose; nothing for most. */
export function LanguageNote() {
  const named = (wanted: string) => languages.value.find(({ code }) => code === wanted)
  const coming = awaited.value?.late && named(awaited.value.code)
  if (coming)
    return (
      <p class="quiet" role="status">
        {t('language.coming', { language: coming.name })}
      </p>
    )
  return named(language.value)?.unchecked ? <p class="quiet">{t('language.unchecked')}</p> : null
}
