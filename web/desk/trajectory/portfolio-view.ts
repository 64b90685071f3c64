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
  readonly foldedPlace: string
}

export const outcomes = ['running', 'finished', 'no_match', 'stopped'] as const

export interface Filters {
  readonly search: string
  /** In the name of the place. */
  readonly place: string
  readonly municipality: string
  readonly funder: string
  readonly facilitator: string
  readonly step: Step | ''
  readonly outcome: (typeof outcomes)[number] | ''
  readonly overdue: boolean
  readonly quiet: boolean
  readonly archive: boolean
}
export const noFilters: Filters = {
  search: '',
  place: '',
  municipality: '',
  funder: '',
  facilitator: '',
  step: '',
  outcome: '',
  overdue: false,
  quiet: false,
  archive: false,
}
export function isFiltered(filters: Filters): boolean {
  return (Object.keys(noFilters) as (keyof Filters)[]).some((name) => filters[name] !== noFilters[name])
}

/** What ended without a green place is counted apart, and nothing is counted twice: what is measured is not planned any more. */
export interface Totals {
  readonly places: number
  readonly companies: number
  /** Square metres and trees that are planned, or could be. */
  readonly area: number
  readonly plannedTrees: number
  /** As measured at the openings. */
  readonly measuredArea: number
  readonly trees: number
  readonly people: number
  /** Who said that they do something. */
  readonly joined: number
  readonly budget: number
  /** No match, or stopped; and what of the fees went back. */
  readonly ended: number
  readonly refund: number
}

/** Once per answer of the server; filters then only look. What asks for attention comes first. */
export function placeRows(summaries: readonly TrajectorySummary[], now: number, today: string): PlaceRow[] {
  const week = dayAfter(today, 7)
  return summaries
    .map((one) => {
      const running = one.outcome === 'running' && !one.is_archived
      const quietDays = Math.max(0, Math.floor((now - one.changed_at) / dayMs))
      // What is finished still has its upkeep. Lists of before knew only what was written.
      const due = one.first_due || one.next_due
      const isGoing = running || (one.outcome === 'finished' && !one.is_archived)
      const overdue = isGoing && due !== '' && due < today
      return {
        ...one,
        quietDays,
        quiet: running && quietDays >= quietAfterDays,
        overdue,
        asksSomething: overdue || (isGoing && due !== '' && due <= week),
        searched: folded(
          [one.place, one.municipality, one.funder, one.facilitator, one.next_what, one.next_who, one.first_what].join(' '),
        ),
        foldedPlace: folded(one.place),
      }
    })
    .sort(byUrgency)
}

function byUrgency(a: PlaceRow, b: PlaceRow): number {
  return (
    urgency(a) - urgency(b) ||
    (a.first_due || a.next_due || '9999').localeCompare(b.first_due || b.next_due || '9999') ||
    b.changed_at - a.changed_at ||
    (a.id < b.id ? -1 : 1)
  )
}
function urgency(row: PlaceRow): number {
  if (row.overdue) return 0
  if (row.outcome !== 'running') return row.asksSomething ? 2 : 3
  return row.quiet ? 1 : 2
}

export function filtered(rows: readonly PlaceRow[], filters: Filters): PlaceRow[] {
  const words = folded(filters.search).split(/\s+/).filter(Boolean)
  const place = folded(filters.place.trim())
  return rows.filter(
    (row) =>
      (filters.archive || !row.is_archived) &&
      (!filters.overdue || row.overdue) &&
      (!filters.quiet || row.quiet) &&
      (filters.outcome === '' || row.outcome === filters.outcome) &&
      row.foldedPlace.includes(place) &&
      (filters.municipality === '' || row.municipality === filters.municipality) &&
      (filters.funder === '' || row.funder === filters.funder) &&
      (filters.facilitator === '' || row.facilitator === filters.facilitator) &&
      (filters.step === '' || row.step === filters.step) &&
      words.every((word) => row.searched.includes(word)),
  )
}

const hasEnded = ({ outcome }: PlaceRow) => outcome === 'no_match' || outcome === 'stopped'

export function totalsOf(rows: readonly PlaceRow[]): Totals {
  const counted = rows.filter((row) => !hasEnded(row))
  const sum = (of: (row: PlaceRow) => number) => counted.reduce((total, row) => total + of(row), 0)
  return {
    places: counted.length,
    companies: sum((row) => row.companies),
    area: sum((row) => (row.measured_m2 > 0 ? 0 : row.area_m2)),
    plannedTrees: sum((row) => (row.trees > 0 ? 0 : row.planned_trees)),
    measuredArea: sum((row) => row.measured_m2),
    trees: sum((row) => row.trees),
    people: sum((row) => row.people),
    joined: sum((row) => row.joined),
    budget: sum((row) => row.budget),
    ended: rows.length - counted.length,
    refund: rows.reduce((total, row) => total + row.refund, 0),
  }
}

/** How many places are in each step; those that ended without a green place are in none. */
export function countsByStep(rows: readonly PlaceRow[]): ReadonlyMap<Step, number> {
  const counts = new Map<Step, number>()
  for (const row of rows) if (!hasEnded(row)) counts.set(row.step, (counts.get(row.step) ?? 0) + 1)
  return counts
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
export function dayAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayOf(new Date(year, month - 1, date + days, 12).getTime())
}
