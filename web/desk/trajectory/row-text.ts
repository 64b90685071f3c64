import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { weekDay } from '../dates.ts'
import { moneyText } from './money-view.ts'
import { nextWords } from './next-text.ts'
import type { PlaceRow } from './portfolio-view.ts'

/** What is next, in a word or two; how it ended, when it did. */
export function nextText(row: PlaceRow): string {
  if (row.outcome === 'running') return (
      nextWords({ kind: row.next_kind, what: row.next_what }) || t('portfolio.nothing_planned')
    )
  const ended = t(`outcome.${row.outcome}`)
  const then = isGoingOn(row) && nextWords({ kind: row.first_kind, what: row.first_what })
  if (then) return t('portfolio.then', { ended, what: then })
  return row.refund > 0
    ? `${ended}, ${t('portfolio.back', { amount: moneyText(row.refund, language.value) })}`
    : ended
}

/** What is wrong with it: nothing, late, or quiet for long. */
export function alarmText(row: PlaceRow): string {
  if (row.overdue) {
    const isNext = row.outcome !== 'running' || (row.first_due === '' || row.first_due === row.next_due)
    if (isNext) return t('portfolio.overdue')
    // Something else than what stands there as next.
    return t('portfolio.overdue_what', { what: nextWords({ kind: row.first_kind, what: row.first_what }) })
  }
  return row.quiet ? t('portfolio.days_quiet', { n: row.quietDays }) : ''
}

export function dueText(row: PlaceRow): string {
  const due = row.outcome === 'running' ? row.next_due : isGoingOn(row) ? row.first_due : ''
  return due && weekDay(due, language.value)
}

/** It is finished, and its upkeep is not. */
const isGoingOn = (row: PlaceRow) => row.outcome === 'finished' && row.first_kind !== 'nothing'
