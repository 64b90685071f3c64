import { signal } from '@preact/signals'

export type Language = 'nl' | 'en'

export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'English' },
]

const storedUnder = 'kiemkring.language'

/** The language of every sentence on the page. */
export const language = signal<Language>(firstLanguage())
tellDocument(language.value)

/** Changes the language now and for later visits, where the browser lets us keep it. */
export function setLanguage(chosen: Language): void {
  language.value = chosen
  tellDocument(chosen)
  try {
    localStorage.setItem(storedUnder, chosen)
  } catch {
    // Private windows and full disks refuse: the choice then lasts as long as the page.
  }
}

/** The language of the first of these wishes that we speak; Dutch when there is none. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const code = wish?.toLowerCase().split('-')[0]
    const found = languages.find((known) => known.code === code)
    if (found) return found.code
  }
  return 'nl'
}

function firstLanguage(): Language {
  if (typeof location === 'undefined') return 'nl'
  return chooseLanguage([
    new URLSearchParams(location.search).get('lang'),
    storedLanguage(),
    ...(navigator.languages ?? [navigator.language]),
  ])
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storedUnder)
  } catch {
    return null
  }
}

function tellDocument(spoken: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = spoken
}
