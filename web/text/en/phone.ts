import type { Translation } from '../message.ts'
import type { phone as nl } from '../nl/phone.ts'

export const phone: Translation<typeof nl> = {
  'join.title': 'Join',
  'join.code_label': 'Code',
  'join.code_hint': 'The code is on the big screen.',
  'join.name_label': 'Your first name',
  'join.name_hint': 'Everyone sees your first name. Ideas and votes show no name.',
  'join.org_label': 'Company or organisation (optional)',
  'join.button': 'Join',
  'join.wrong_code': 'That code is not right. Look at the big screen.',
  'join.not_open': 'The session is not open yet. Stay here, you will continue automatically.',
  'join.closed': 'This session has ended.',
  'join.locked': 'The door is closed. We are asking the facilitator to let you in.',
  'join.full_title': 'The session is full',
  'join.full_body': {
    by: 'max',
    one: '{max} person is already taking part. Share a phone with someone next to you, or ask the facilitator.',
    other:
      '{max} people are already taking part. Share a phone with someone next to you, or ask the facilitator.',
  },
  'join.full_retry': 'If a place opens up, we will try again automatically.',
  'join.rejoin': 'Welcome back, {name}. You continue where you left off.',
  'join.second_tab': 'You are already taking part in another window. Continue here?',

  'lobby.wait': 'You are in. We start soon.',

  'idea.title': 'What is your idea?',
  'idea.frame': 'Think of something that can be done within a year and fits the money and the place.',
  'idea.placeholder': 'For example: picnic tables under the trees near the entrance',
  'idea.hint_one': 'One idea at a time. One sentence is enough.',
  'idea.left': { by: 'n', one: '{n} character left', other: '{n} characters left' },
  'idea.send': 'Send',
  'idea.sent': 'Your idea has been received.',
  'idea.again': 'Another idea?',
  'idea.edit': 'Edit',
  'idea.delete': 'Remove',
  'idea.similar': 'This looks like: “{text}”. Send anyway?',
  'idea.empty': 'Type your idea first.',
  'idea.too_long': 'Please make it shorter: {max} characters at most.',
  'idea.closed': 'The ideas part is closed.',
  'idea.saved_offline': 'Saved on your phone. We will send it when you are connected.',
  'idea.photo_tip': 'Take photos with your normal camera. Then choose them here.',

  'group.question': 'Is the name of this group right?',

  'vote.title': 'Choose your favourites',
  'vote.rule': 'You have {n} votes. Give at most {m} to one idea.',
  'vote.rule_one': {
    by: 'n',
    one: 'You have {n} vote. One vote per idea.',
    other: 'You have {n} votes. One vote per idea.',
  },
  'vote.left': { by: 'n', one: '{n} vote left', other: '{n} votes left' },
  'vote.none_left': 'You have no votes left. Want to change? Take one vote back.',
  'vote.change': 'You can change your votes until voting closes.',
  'vote.secret': 'Nobody sees what you vote for. The result will be on the big screen later.',
  'vote.soon': { by: 's', one: '{s} second left', other: '{s} seconds left' },
  'vote.closed': 'Voting is closed.',
  'vote.late': 'This vote came too late and does not count.',
  'vote.confirmed': 'Your votes have been received.',

  'tie.runoff': {
    by: 's',
    one: 'Choose once more. You have {s} vote.',
    other: 'Choose once more. You have {s} votes.',
  },

  'result.title': 'Our top 5',

  'concern.question': 'Can everyone go along with this?',
  'concern.ok': 'Fine',
  'concern.raise': 'I have a concern',

  'involve.title': 'What will you join?',
  'involve.contact':
    'May we contact you about this idea? Then fill in your e-mail address or phone number.',
  'involve.privacy': 'We use this only for that, until {date}. You can remove it at any time.',
  'involve.nolead': 'This idea has no lead yet.',

  'end.thanks': 'Thank you. The report follows by {date}.',
}
