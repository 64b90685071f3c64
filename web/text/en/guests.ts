import type { Translation } from '../message.ts'
import type { guests as nl } from '../nl/guests.ts'

export const guests: Translation<typeof nl> = {
  'guest.body': 'Lend your phone for a moment. The other person gets a seat, with ideas and votes of their own.',
  'guest.name': 'First name of the other person',
  'guest.code': 'Code on the big screen',
  'guest.code_hint': 'This phone does not know the code. Type it once.',
  'guest.code_wrong': 'That code does not work. Check it.',
  'guest.make': 'Pass the phone on',
  'guest.as': 'Go on as {name}',
  'guest.now': '{name} takes part on this phone now.',
  'guest.back': 'Give it back',
  'guest.waits': 'What was not sent yet goes out by itself, also while the other has the phone.',
  'guest.off': 'Take {name} off this phone',
  'guest.gone': '{name} is off this phone.',
  'guest.gone_body': 'Everything of theirs is erased here. What was sent stays in the session.',
  'guest.locked': 'The door is closed. Ask the facilitator.',
  'guest.full': 'All seats are taken.',
  'guest.failed': 'That did not work. Check the connection and try again.',
}
