import type { TemplateProblem } from '../../shared/http.ts'
import { t } from '../../text/desk.ts'

/** 128 KiB, as the server takes. */
export const templateBytesMax = 128 * 1024

const reasons = [
  'not_json',
  'not_a_template',
  'other_version',
  'unknown_member',
  'missing',
  'not_a_text',
  'not_a_list',
  'not_a_round',
  'not_a_number',
  'no_rounds',
  'too_many_rounds',
  'too_many_minutes',
  'too_large',
  'unknown_kind',
  'unknown_language',
  'unknown_concept',
  'too_many_concepts',
  'out_of_range',
  'too_long',
  'empty_text',
  'bad_text',
  'lobby_first',
  'lobby_once',
  'close_last',
  'close_once',
  'vote_before',
] as const
type Reason = (typeof reasons)[number]

const isReason = (why: string): why is Reason => (reasons as readonly string[]).includes(why)

const members = ['title', 'language', 'question', 'within', 'money', 'rounds', 'kind', 'minutes', 'say', 'text', 'concepts'] as const
type Member = (typeof members)[number]
const isMember = (name: string): name is Member => (members as readonly string[]).includes(name)

/** "Ronde 3, minuten: dit moet een getal van 0 tot en met 240 zijn." */
export function problemText({ round, member, why }: TemplateProblem): string {
  const sentence = isReason(why) ? t(`problem.${why}`, { member }) : t('problem.other', { code: why })
  // These say by themselves what they are about.
  const named = member === '' || why === 'unknown_member' || why === 'other_version' || member === 'rounds'
  const part = named ? '' : isMember(member) ? t(`problem.member_${member}`) : member
  if (round > 0 && part && !isPlace(why)) return t('problem.at_part', { n: round, part, sentence })
  if (round > 0) return t('problem.at_round', { n: round, sentence })
  return part ? t('problem.at_head', { part, sentence }) : sentence
}

const isPlace = (why: string) =>
  why === 'lobby_first' ||
  why === 'lobby_once' ||
  why === 'close_last' ||
  why === 'close_once' ||
  why === 'vote_before'

/** What the server says is wrong; empty when it said something else. */
export function problemsIn(body: Record<string, unknown>): readonly TemplateProblem[] {
  const list = body.problems
  return Array.isArray(list) ? (list as TemplateProblem[]) : []
}
