import type { Translation } from '../message.ts'
import type { screen as nl } from '../nl/screen.ts'

export const screen: Translation<typeof nl> = {
  'join.title': 'Join',
  'idea.frame': 'Think of something that can be done within a year and fits the money and the place.',
  'idea.hint_one': 'One idea at a time. One sentence is enough.',
  'group.title': 'These ideas belong together',
  'vote.title': 'Choose your favourites',
  'vote.secret': 'Nobody sees what you vote for.',
  'vote.soon': { by: 's', one: '{s} second left', other: '{s} seconds left' },
  'vote.closed': 'Voting is closed.',
  'tie.title': 'It is a tie',
  'tie.body': '{k} ideas have the same number of votes. There is room for {s} more.',
  'tie.widen': 'We keep them all: it becomes a top {n}.',
  'tie.still': 'Still a tie. We will draw lots, with everyone watching.',
  'result.title': 'Our top 5',
  'involve.title': 'What will you join?',
  'involve.nolead': 'This idea has no lead yet.',
  'end.thanks': 'Thank you. The report follows by {date}.',
}
