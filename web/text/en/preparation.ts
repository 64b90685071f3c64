import type { Translation } from '../message.ts'
import type { preparation as nl } from '../nl/preparation.ts'

export const preparation: Translation<typeof nl> = {
  'add_ideas.title': 'Ideas that are there already',
  'add_ideas.body': 'Paste a list with one idea on each line. These ideas are nobody’s. The others see them once ideas are shared.',
  'add_ideas.label': 'The list',
  'add_ideas.preview': { by: 'n', one: 'This becomes {n} idea', other: 'This becomes {n} ideas' },
  'add_ideas.twice': { by: 'n', one: '{n} line was there twice.', other: '{n} lines were there twice.' },
  'add_ideas.too_long': 'Too long, more than 140 characters: line {lines}.',
  'add_ideas.too_many': 'These are {n} lines. No more than {most} at once.',
  'add_ideas.add': { by: 'n', one: 'Add {n} idea', other: 'Add {n} ideas' },
  'add_ideas.added': { by: 'n', one: '{n} idea added.', other: '{n} ideas added.' },
  'wifi.title': 'Wi-Fi of the room',
  'wifi.body': 'In the lobby it is a QR on the big screen, before that of the page.',
  'wifi.name': 'Name of the Wi-Fi',
  'wifi.password': 'Password',
  'wifi.password_hint': 'Empty when the Wi-Fi is open.',
  'wifi.told':
    'Everybody in the room can read the password: it stands under the QR. It is not in what you download, and after the session it is erased.',
  'wifi.save': 'Put it on the big screen',
  'wifi.remove': 'Take the Wi-Fi away',
  'wifi.name_needed': 'Fill in the name of the Wi-Fi.',
  'wifi.name_long': 'A name has at most 32 letters.',
  'wifi.password_bad': 'A password has 8 to 63 plain letters and signs.',
  'wifi.desk_save': 'Put the Wi-Fi ready',
  'wifi.kept': 'The Wi-Fi is ready.',
  'wifi.removed': 'The Wi-Fi is gone.',
  'add_ideas.there': { by: 'n', one: 'There is {n} idea in this session already.', other: 'There are {n} ideas in this session already.' },
  'preparation.changed': 'Ideas were added meanwhile. First see if your list is there already.',
  'preparation.vote': 'People are voting. No idea can be added now.',
  'preparation.quota': 'There is no space for so many ideas.',
  'preparation.failed': 'That does not work now. Is there a connection? Try again.',
}
