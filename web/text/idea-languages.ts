/** What an idea can be put into besides, as its speakers call it; more than what a page speaks. */
export const ideaLanguages = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'English' },
  { code: 'pl', name: 'Polski' },
  { code: 'ro', name: 'Română' },
  { code: 'uk', name: 'Українська' },
  { code: 'de', name: 'Deutsch' },
  { code: 'ar', name: 'العربية' },
  { code: 'bg', name: 'Български' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'pt', name: 'Português' },
  { code: 'tr', name: 'Türkçe' },
] as const

/** Of a language that an idea has beside it; its letters where it has no name here. */
export function languageName(code: string): string {
  return ideaLanguages.find((one) => one.code === code)?.name ?? code
}
