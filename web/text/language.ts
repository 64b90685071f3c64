import { signal } from '@preact/signals'
import type { Message } from './message.ts'

export type Language = 'nl' | 'en' | 'pl' | 'ro' | 'uk' | 'de'

/** Sentences by their keys; for what is missing English is spoken. */
export type Sentences = Readonly<Partial<Record<string, Message>>>

/** A file of sentences. */
export interface Fetched {
  readonly phone: Sentences
  /** Left to right unless it says otherwise. */
  readonly direction?: 'rtl'
}

export interface KnownLanguage {
  readonly code: Language
  /** As its speakers call it. */
  readonly name: string
  /** Fetches its sentences; absent for those that the page carries. */
  readonly load?: () => Promise<Fetched>
  /** No native speaker has read its sentences yet: the page says so. */
  readonly unchecked?: boolean
}

const carried: readonly KnownLanguage[] = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'English' },
]

const storedUnder = 'kiemkring.language'
const againMs = 3_000

/** What can be chosen on this page. */
export const languages = signal(carried)

const fetched = new Map<Language, Fetched>()

/** The language of every sentence on the page. */
export const language = signal<Language>(chooseLanguage(wishes()))
tellDocument(language.value)

/** Chosen, but its sentences are not there yet; `late` when they could not be fetched at once. */
export const awaited = signal<{ readonly code: Language; readonly late: boolean } | undefined>(undefined)

/** The sentences of a language that the page does not carry. */
export function sentencesOf(code: Language): Sentences | undefined {
  return fetched.get(code)?.phone
}

/** Changes the language now and for later visits, where the browser lets us keep it. */
export function setLanguage(chosen: Language): void {
  try {
    localStorage.setItem(storedUnder, chosen)
  } catch {
    // Private windows and full disks refuse: the choice then lasts as long as the page.
  }
  void turnTo(chosen)
}

/**
 * Lets the page speak more languages than it carries, and turns to the one that is wished. Done when it is
 * there, or cannot be fetched now.
 */
export function speakAlso(more: readonly KnownLanguage[]): Promise<void> {
  languages.value = [...carried, ...more]
  return turnTo(chooseLanguage(wishes(), languages.value))
}

/** The language of the first of these wishes that we speak; Dutch when there is none. */
export function chooseLanguage(
  wishes: readonly (string | null | undefined)[],
  known: readonly KnownLanguage[] = carried,
): Language {
  for (const wish of wishes) {
    const code = wish?.toLowerCase().split('-')[0]
    const found = known.find((one) => one.code === code)
    if (found) return found.code
  }
  return 'nl'
}

/** As dates and times are written in it. */
export function localeOf(code: Language): string {
  return code === 'en' ? 'en-GB' : code
}

async function turnTo(chosen: Language): Promise<void> {
  const load = languages.value.find(({ code }) => code === chosen)?.load
  if (load && !fetched.has(chosen)) {
    awaited.value = { code: chosen, late: awaited.value?.code === chosen }
    const stillAwaited = () => awaited.value?.code === chosen
    try {
      fetched.set(chosen, await load())
    } catch {
      // Without a connection: asked for again until it is there, or another language is chosen.
      if (!stillAwaited()) return
      awaited.value = { code: chosen, late: true }
      setTimeout(() => stillAwaited() && void turnTo(chosen), againMs)
      return
    }
    if (!stillAwaited()) return
  }
  awaited.value = undefined
  language.value = chosen
  tellDocument(chosen)
}

function wishes(): (string | null | undefined)[] {
  if (typeof location === 'undefined') return []
  return [
    new URLSearchParams(location.search).get('lang'),
    storedLanguage(),
    ...(navigator.languages ?? [navigator.language]),
  ]
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storedUnder)
  } catch {
    return null
  }
}

function tellDocument(spoken: Language): void {
  if (typeof document === 'undefined') return
  document.documentElement.lang = spoken
  document.documentElement.dir = fetched.get(spoken)?.direction ?? 'ltr'
}
