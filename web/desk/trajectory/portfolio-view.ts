import type { Step, TrajectorySummary } from '../../shared/trajectory.ts'

const dayMs = 86_400_000
export const quietAfterDays = 30

export interface PlaceRow extends TrajectorySummary {
  /** Whole days since anything happened. */
  readonly quietDays: number
  readonly quiet: boolean
  readonly overdue: boolean
  /** What is next falls within a week, or should have happened. */
  readonly asksSomething: boolean
  readonly searched: string
}

export interface Filters {
  readonly search: string
  readonly municipality: string
  readonly funder: string
  readonly facilitator: string
  readonly step: Step | ''
  readonly archive: boolean
}
export const noFilters: Filters = {
  search: '',
  municipality: '',
  funder: '',
  facilitator: '',
  step: '',
  archive: false,
}

export interface Totals {
  readonly places: number
  readonly area: number
  readonly companies: number
  /** As measured at the openings. */
  readonly trees: number
  readonly people: number
  readonly budget: number
  readonly refund: number
}

/** Once per answer of the server; filters then only look. What asks for attention comes first. */
export function placeRows(summaries: readonly TrajectorySummary[], now: number, today: string): PlaceRow[] {
  const week = dayAfter(today, 7)
  return summaries
    .map((one) => {
      const running = one.outcome === 'running' && !one.is_archived
      const quietDays = Math.max(0, Math.floor((now - one.changed_at) / dayMs))
      const overdue = running && one.next_due !== '' && one.next_due < today
      return {
        ...one,
        quietDays,
        quiet: running && quietDays >= quietAfterDays,
        overdue,
        asksSomething: overdue || (running && one.next_due !== '' && one.next_due <= week),
        searched: folded([one.place, one.municipality, one.funder, one.facilitator, one.next_what].join(' ')),
      }
    })
    .sort(byUrgency)
}

function byUrgency(a: PlaceRow, b: PlaceRow): number {
  return (
    urgency(a) - urgency(b) ||
    (a.next_due || '9999').localeCompare(b.next_due || '9999') ||
    b.changed_at - a.changed_at ||
    (a.id < b.id ? -1 : 1)
  )
}
function urgency(row: PlaceRow): number {
  if (row.outcome !== 'running') return 3
  return row.overdue ? 0 : row.quiet ? 1 : 2
}

export function filtered(rows: readonly PlaceRow[], filters: Filters): PlaceRow[] {
  const words = folded(filters.search).split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (filters.archive || !row.is_archived) &&
      (filters.municipality === '' || row.municipality === filters.municipality) &&
      (filters.funder === '' || row.funder === filters.funder) &&
      (filters.facilitator === '' || row.facilitator === filters.facilitator) &&
      (filters.step === '' || row.step === filters.step) &&
      words.every((word) => row.searched.includes(word)),
  )
}

export function totalsOf(rows: readonly PlaceRow[]): Totals {
  const sum = (of: (row: PlaceRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    places: rows.length,
    area: sum((row) => row.area_m2),
    companies: sum((row) => row.companies),
    trees: sum((row) => row.trees),
    people: sum((row) => row.people),
    budget: sum((row) => row.budget),
    refund: sum((row) => row.refund),
  }
}

/** What can be chosen in a filter: each once, in the order of the alphabet. */
export function choices(rows: readonly PlaceRow[], of: (row: PlaceRow) => string): string[] {
  return [...new Set(rows.map(of))].filter(Boolean).sort((a, b) => a.localeCompare(b))
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pages: number
  readonly from: number
  readonly to: number
}
/** A page of rows; one that does not exist is the nearest that does. */
export function pageOf<Row>(rows: readonly Row[], wanted: number, size: number): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.min(Math.max(0, wanted), pages - 1)
  const shown = rows.slice(page * size, (page + 1) * size)
  return {
    rows: shown,
    page,
    pages,
    from: page * size + (shown.length > 0 ? 1 : 0),
    to: page * size + shown.length,
  }
}

/** Without accents and capitals, as one searches. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The day on the calendar of this device, as 2026-11-27. */
export function dayOf(time: number): string {
  const day = new Date(time)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
function dayAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayOf(new Date(year, month - 1, date + days, 12).getTime())
}
