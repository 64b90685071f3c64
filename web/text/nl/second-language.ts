import type { Message } from '../message.ts'

/** What a phone says to who puts an idea into another language. */
export const secondLanguage = {
  'translate.title': 'Een andere taal erbij',
  'translate.language': 'Welke taal?',
  'translate.text': 'Je idee in die taal',
  'translate.empty': 'Schrijf je idee ook in de andere taal.',
  'translate.saved': 'De andere taal staat erbij.',
  'translate.remove': 'Haal weg',
  'translate.removed': 'De andere taal is weg.',
} as const satisfies Record<string, Message>
