import { t } from '../../text/desk.ts'

const told = [
  'not_json',
  'another_file',
  'other_version',
  'unknown_member',
  'missing',
  'not_a_text',
  'not_a_number',
  'not_a_list',
  'not_an_object',
  'not_a_range',
  'not_an_effect',
  'not_a_basis',
  'bad_id',
  'twice',
  'needed',
  'too_long',
  'bad_text',
  'negative',
  'too_large',
  'too_many',
  'above_fee',
  'wrong_order',
] as const

/** What is wrong at a place of a document, in words within a sentence. */
export function whyText(why: string): string {
  const what = told.find((one) => one === why)
  return what ? t(`doc.${what}`) : why
}
