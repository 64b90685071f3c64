import type { Message } from '../message.ts'

// Named after the page, because a bare `console` would hide the one of the browser.
export const consolePage = {
  'fac.undo': 'Ongedaan maken',
  'fac.close_confirm': {
    by: 'x',
    one: 'Stemming sluiten? {x} van {y} mensen heeft gestemd.',
    other: 'Stemming sluiten? {x} van {y} mensen hebben gestemd.',
  },
  'fac.hide_idea': 'Idee verbergen (alleen jij ziet dit)',
  'fac.waiting': { by: 'n', one: '{n} mens is nog bezig', other: '{n} mensen zijn nog bezig' },
  'fac.open_room': 'Zaal openen',
  'fac.show_nothing': 'Toon niets',
  'fac.next_soon': 'Over 30 seconden',
  'group.question': 'Klopt de naam van deze groep?',
  'tie.title': 'Gelijke stand',
  'tie.body': '{k} ideeën hebben evenveel stemmen. Er is nog plek voor {s}.',
  'tie.widen': 'We nemen ze allemaal mee: het wordt een top {n}.',
  'tie.still': 'Nog steeds gelijk. We gaan loten. Iedereen kijkt mee.',
  'involve.nolead': 'Dit idee heeft nog geen trekker.',
} as const satisfies Record<string, Message>
