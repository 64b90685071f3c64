import type { KnownLanguage } from './language.ts'
import type { Translation } from './message.ts'
import type { guests as nlGuests } from './nl/guests.ts'
import type { laterStages as nlLaterStages } from './nl/later-stages.ts'
import type { matrix as nlMatrix } from './nl/matrix.ts'
import type { phone as nlPhone } from './nl/phone.ts'
import type { results as nlResults } from './nl/results.ts'
import type { secondLanguage as nlSecondLanguage } from './nl/second-language.ts'
import type { shared as nlShared } from './nl/shared.ts'

/** All that a phone says. A test names what is missing; until then English is spoken for it. */
export type PhoneSentences = Partial<Translation<typeof nlShared & typeof nlPhone & typeof nlLaterStages & typeof nlMatrix & typeof nlResults & typeof nlSecondLanguage & typeof nlGuests>>

/** What phones speak besides; each is fetched by who chooses it. */
export const phoneLanguages: readonly KnownLanguage[] = [
  { code: 'pl', name: 'Polski', unchecked: true, load: () => import('./pl/phone.ts') },
  { code: 'ro', name: 'Română', unchecked: true, load: () => import('./ro/phone.ts') },
  { code: 'uk', name: 'Українська', unchecked: true, load: () => import('./uk/phone.ts') },
  { code: 'de', name: 'Deutsch', unchecked: true, load: () => import('./de/phone.ts') },
]
