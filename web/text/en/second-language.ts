import type { Translation } from '../message.ts'
import type { secondLanguage as nl } from '../nl/second-language.ts'

export const secondLanguage: Translation<typeof nl> = {
  'translate.title': 'Another language beside it',
  'translate.language': 'Which language?',
  'translate.text': 'Your idea in that language',
  'translate.empty': 'Write your idea in the other language too.',
  'translate.saved': 'The other language stands beside it.',
  'translate.remove': 'Remove',
  'translate.removed': 'The other language is gone.',
}
