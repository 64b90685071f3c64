import type { Translation } from '../message.ts'
import type { plan as nl } from '../nl/plan.ts'

export const plan: Translation<typeof nl> = {
  'plan.title': 'Site plan',
  'plan.lead': 'A drawing or an aerial photo of the site. JPEG, PNG, WebP or a page of a PDF, 12 MB at the most.',
  'plan.alt': 'Plan of the site',
  'plan.none': 'There is no site plan yet.',
  'plan.choose': 'Choose a site plan',
  'plan.other': 'Choose another one',
  'plan.remove': 'Remove it',
  'plan.page': 'Which page?',
  'plan.take_page': 'Take this page',
  'plan.sending': 'On its way: {percent} %',
  'plan.ready': 'The site plan is ready.',
  'plan.larger': 'Larger',
  'plan.smaller': 'Smaller',
  'plan.how': 'Move it with a finger or with the arrow keys.',
  'plan.too_large': 'This file is too large. 12 MB at the most.',
  'plan.too_many_pixels': 'This picture has too many pixels. Make it smaller, 50 million at the most.',
  'plan.unsupported': 'We cannot read this kind of file. Take JPEG, PNG, WebP or PDF.',
  'plan.unreadable': 'This file is damaged. Choose another one.',
  'plan.no_such_page': 'There is no such page.',
  'plan.quota': 'There have been too many site plans. Make a new session.',
  'plan.full': 'The disk of the server is full. The plan was not kept.',
  'plan.offline': 'That does not work now. Is there a connection? Try again.',
  'plan.desk_lead': 'Have it ready for the walk over the site. Later, on the tablet, is fine too.',
  'plan.watching': 'Another tablet has the lead now. Do it there.',
}
