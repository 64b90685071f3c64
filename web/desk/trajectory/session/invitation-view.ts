import type { EntryOf } from '../../../shared/trajectory.ts'
import { longDate } from '../../dates.ts'

export interface InvitationFacts {
  readonly plan: EntryOf<'session_plan'>
  readonly place: string
  readonly isPark: boolean
  readonly contact: string
}

/** A text to begin with, from what the dossier knows; what it does not know is left out. */
export function proposedInvitation(facts: InvitationFacts, language: 'nl' | 'en'): string {
  return (language === 'nl' ? dutch(facts) : english(facts)).filter(Boolean).join('\n\n')
}

function when({ held_on, starts_at, ends_at }: EntryOf<'session_plan'>, language: 'nl' | 'en'): string {
  if (!held_on) return ''
  const day = longDate(held_on, language)
  if (!starts_at) return day
  const words = language === 'nl' ? ['van', 'tot', 'om'] : ['from', 'to', 'at']
  return ends_at
    ? `${day}, ${words[0]} ${starts_at} ${words[1]} ${ends_at}`
    : `${day}, ${words[2]} ${starts_at}`
}

function dutch({ plan, place, isPark, contact }: InvitationFacts): string[] {
  const day = when(plan, 'nl')
  return [
    'Hallo,',
    `Samen maken we ${place} groener. Daarom nodigen we je uit voor een sessie${isPark ? ' met de bedrijven van het park' : ' met collega’s'}. Je bedenkt ideeën, je kiest mee en je hoort wat er daarna gebeurt.`,
    [day && `Wanneer: ${day}`, plan.location && `Waar: ${plan.location}`].filter(Boolean).join('\n'),
    'Neem je eigen telefoon mee. Je hoeft niets te installeren. Geen telefoon? Dan doe je mee op papier.',
    contact ? `Vragen? ${contact} helpt je graag.` : '',
    'Tot dan!',
  ]
}

function english({ plan, place, isPark, contact }: InvitationFacts): string[] {
  const day = when(plan, 'en')
  return [
    'Hello,',
    `Together we make ${place} greener. That is why we invite you to a session${isPark ? ' with the companies of the park' : ' with colleagues'}. You think of ideas, you help to choose, and you hear what happens next.`,
    [day && `When: ${day}`, plan.location && `Where: ${plan.location}`].filter(Boolean).join('\n'),
    'Bring your own phone. There is nothing to install. No phone? Then you take part on paper.',
    contact ? `Questions? ${contact} is glad to help.` : '',
    'See you then!',
  ]
}

/** A message to be sent from one's own mail. */
export function mailLink(plan: EntryOf<'session_plan'>): string {
  return `mailto:?subject=${encodeURIComponent(plan.name)}&body=${encodeURIComponent(plan.invitation.replaceAll('\n', '\r\n'))}`
}
