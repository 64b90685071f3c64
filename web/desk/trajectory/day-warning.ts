import type { Entry } from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { longDate } from '../dates.ts'
import { type Dossier, first } from './dossier-view.ts'

/** What is odd about a day that may be meant: it has passed, has still to come, or lies before what has to be there first. */
export function dayWarning(shown: Dossier, entry: Entry, field: string, today: string): string | undefined {
  const day = (entry as unknown as Readonly<Record<string, unknown>>)[field]
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const isPast = day < today
  const readyOn = first(shown, 'plan')?.entry.ends_on ?? ''
  switch (`${entry.kind}.${field}`) {
    case 'session_plan.held_on':
      return isPast && entry.kind === 'session_plan' && entry.session === '' ? t('notice.past_session') : undefined
    case 'opening.held_on':
      if (isPast) return entry.kind === 'opening' && entry.area_m2 + entry.trees + entry.people === 0 ? t('notice.past_opening') : undefined
      return readyOn > day ? t('notice.before_ready', { date: longDate(readyOn, language.value) }) : undefined
    case 'plan.ends_on':
      return isPast && shown.progress.step !== 'opening' ? t('notice.past') : undefined
    case 'upkeep.ends_on':
      return isPast ? t('notice.upkeep_ends_past') : undefined
    case 'agreement.ends_on':
      if (isPast) return t('notice.past_agreement')
      return readyOn > day ? t('notice.short_agreement', { date: longDate(readyOn, language.value) }) : undefined
    case 'decider.agreed_on':
    case 'choice.decided_on':
    case 'photo.taken_on':
      return day > today ? t('notice.to_come') : undefined
  }
  return undefined
}
