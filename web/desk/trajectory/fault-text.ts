import { t } from '../../text/desk.ts'
import { lineMax, noteMax } from './fields-view.ts'

const told = [
  'needed',
  'bad_text',
  'bad_date',
  'in_the_past',
  'bad_time',
  'wrong_order',
  'unknown_entry',
  'bad_email',
  'bad_phone',
  'negative',
  'too_large',
  'money_letters',
  'money_separators',
  'not_whole',
  'changed_meanwhile',
  'not_found',
  'too_many',
  'step_not_next',
  'not_complete',
  'reason_needed',
  'ended',
  'nothing_to_undo',
  'decider_first',
  'already_there',
  'choice_is_made',
  'same_idea',
  'none_has_no_idea',
  'method_does_not_fit',
  'below_refund',
  'withdrawn',
  'not_by_hand',
  'of_approach',
  'letter_first',
  'unknown',
] as const

/** What is wrong and what to do about it. */
export function faultText(fault: string): string {
  if (fault === 'too_long') return t('fault.too_long', { line: lineMax, note: noteMax })
  const known = told.find((one) => one === fault)
  return known ? t(`fault.${known}`) : t('fault.other', { code: fault })
}
