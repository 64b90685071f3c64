import type { Outcome } from '../shared/session-link.ts'
import { language, localeOf } from '../text/language.ts'
import { t } from '../text/phone.ts'

const refusals = {
  quota: 'refusal.quota',
  ended: 'refusal.ended',
  wrong_round: 'refusal.wrong_round',
  vote_is_closed: 'refusal.vote_is_closed',
  votes_are_spent: 'refusal.votes_are_spent',
  too_long: 'refusal.too_long',
  bad_text: 'refusal.bad_text',
  bad_email: 'refusal.bad_email',
  bad_phone: 'refusal.bad_phone',
  not_found: 'refusal.not_found',
  empty_text: 'idea.empty',
  consent_required: 'involve.consent',
  no_table: 'refusal.no_table',
  table_has_chosen: 'refusal.table_has_chosen',
} as const

/** What a refusal means, in words; undefined when there is nothing to say. */
export function refusalText(outcome: Outcome): string | undefined {
  if (outcome.ok) return undefined
  const { refusal, details } = outcome
  // Somebody wanted what is already so.
  if (/^(already|replaced|no_such_vote|candidate_has_all_your_votes)$/.test(refusal)) return undefined
  const name = details?.name || t('group.somebody')
  if (refusal === 'being_moved') return t('group.being_moved', { name })
  if (refusal === 'being_sharpened') return t('refusal.being_sharpened', { name })
  if (refusal === 'changed_meanwhile') return t('refusal.changed_meanwhile')
  if (refusal === 'moved_meanwhile') return t('group.moved_meanwhile', { name })
  return refusal in refusals
    ? t(refusals[refusal as keyof typeof refusals])
    : t('refusal.other', { code: refusal })
}

/** "Anna, Bo en Cas". */
export function listText(parts: readonly string[]): string {
  if (typeof Intl.ListFormat !== 'function') return parts.join(', ')
  return new Intl.ListFormat(language.value, { type: 'conjunction' }).format(parts)
}

/** "1 juni 2027" of "2027-06-01". */
export function dateText(iso: string): string {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00`)
  if (Number.isNaN(date.getTime())) return iso
  const text = date.toLocaleDateString(localeOf(language.value), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  // Ukrainian ends in "р." (of the year), which reads badly within a sentence; a date is not broken over two lines.
  return text.replace(/\s*р\.$/, '').replaceAll(' ', '\u00a0')
}
