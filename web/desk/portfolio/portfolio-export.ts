// The portfolio as files: a table for spreadsheets and JSON.
import { t } from '../../text/desk.ts'
import type { TrajectorySummary } from '../../shared/trajectory.ts'
import { nextWords } from '../trajectory/next-text.ts'
import { dayOf, type PlaceRow } from '../trajectory/portfolio-view.ts'

const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/** A cell in quotes; one that a spreadsheet would take for a formula gets an apostrophe in front. */
function csvCell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value
  const inert = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text
  return `"${inert.replace(/"/g, '""')}"`
}

/** UTF-8 with its mark, lines end in CR LF; in Dutch parted by semicolons and with a comma in amounts. */
export function portfolioCsv(rows: readonly TrajectorySummary[], language: 'nl' | 'en'): string {
  const separator = language === 'nl' ? ';' : ','
  const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', language === 'nl' ? ',' : '.')
  const head = [
    t('entry.place.name'),
    t('entry.place.sort'),
    t('entry.place.municipality'),
    t('entry.place.funder'),
    t('column.facilitator'),
    t('column.step'),
    t('export.outcome'),
    t('column.next'),
    t('column.who'),
    t('column.when'),
    t('export.first_what'),
    t('export.first_due'),
    t('export.changed'),
    t('entry.place.area_m2'),
    t('export.companies'),
    t('export.measured_m2'),
    t('export.planned_trees'),
    t('export.trees'),
    t('export.joined'),
    t('export.people'),
    t('export.budget'),
    t('export.refund'),
    t('export.archived'),
  ]
  const lines = rows.map((row) => [
    row.place,
    t(`sort.${row.sort}`),
    row.municipality,
    row.funder,
    row.facilitator,
    t(`step.${row.step}`),
    t(`ended.${row.outcome}`),
    nextWords({ kind: row.next_kind, what: row.next_what }),
    row.next_who,
    row.next_due,
    nextWords({ kind: row.first_kind, what: row.first_what }),
    row.first_due,
    dayOf(row.changed_at),
    row.area_m2,
    row.companies,
    row.measured_m2,
    row.planned_trees,
    row.trees,
    row.joined,
    row.people,
    euros(row.budget),
    euros(row.refund),
    t(row.is_archived ? 'word.yes' : 'word.no'),
  ])
  return `\ufeff${[head, ...lines].map((line) => `${line.map(csvCell).join(separator)}\r\n`).join('')}`
}

/** What a desk adds to find, to sort and to warn. */
const addedAtTheDesk: readonly Exclude<keyof PlaceRow, keyof TrajectorySummary>[] = [
  'quietDays',
  'quiet',
  'overdue',
  'asksSomething',
  'searched',
  'foldedPlace',
]

export function portfolioJson(rows: readonly TrajectorySummary[], now: number): string {
  const trajectories = rows.map(({ id, created_at, changed_at, place, ...row }) => ({
    id,
    place,
    ...Object.fromEntries(Object.entries(row).filter(([name]) => !addedAtTheDesk.some((added) => added === name))),
    created_at: new Date(created_at).toISOString(),
    changed_at: new Date(changed_at).toISOString(),
  }))
  return `${JSON.stringify({ kiemkring_portfolio: 1, made_at: new Date(now).toISOString(), amounts: 'cents', trajectories }, null, 1)}\n`
}

export function fileName(kind: 'csv' | 'json', now: number, what = ''): string {
  return `kiemkring-${what && `${what}-`}${dayOf(now)}.${kind}`
}
