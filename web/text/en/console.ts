import type { Translation } from '../message.ts'
import type { consolePage as nl } from '../nl/console.ts'

export const consolePage: Translation<typeof nl> = {
  'fac.undo': 'Undo',
  'fac.close_confirm': {
    by: 'x',
    one: 'Close voting? {x} of {y} people has voted.',
    other: 'Close voting? {x} of {y} people have voted.',
  },
  'fac.hide_idea': 'Hide idea (only you see this)',
  'fac.waiting': { by: 'n', one: '{n} person is still busy', other: '{n} people are still busy' },
  'fac.open_room': 'Open the room',
  'fac.show_nothing': 'Show nothing',
  'fac.next_soon': 'In 30 seconds',
  'group.question': 'Is the name of this group right?',
  'tie.title': 'It is a tie',
  'tie.body': '{k} ideas have the same number of votes. There is room for {s} more.',
  'tie.widen': 'We keep them all: it becomes a top {n}.',
  'tie.still': 'Still a tie. We will draw lots, with everyone watching.',
  'involve.nolead': 'This idea has no lead yet.',
}
