import type { Message } from '../message.ts'

export const screen = {
  'join.title': 'Doe mee',
  'idea.frame': 'Bedenk iets dat binnen een jaar kan, en dat past bij het geld en de plek.',
  'idea.hint_one': 'Eén idee per keer. Eén zin is genoeg.',
  'group.title': 'Deze ideeën horen bij elkaar',
  'vote.title': 'Kies jouw favorieten',
  'vote.secret': 'Niemand ziet waarop je stemt.',
  'vote.soon': { by: 's', one: 'Nog {s} seconde', other: 'Nog {s} seconden' },
  'vote.closed': 'De stemming is gesloten.',
  'tie.title': 'Gelijke stand',
  'tie.body': '{k} ideeën hebben evenveel stemmen. Er is nog plek voor {s}.',
  'tie.widen': 'We nemen ze allemaal mee: het wordt een top {n}.',
  'tie.still': 'Nog steeds gelijk. We gaan loten. Iedereen kijkt mee.',
  'result.title': 'Onze top 5',
  'involve.title': 'Waar doe jij aan mee?',
  'involve.nolead': 'Dit idee heeft nog geen trekker.',
  'end.thanks': 'Dank je wel. Het verslag komt uiterlijk {date}.',
} as const satisfies Record<string, Message>
