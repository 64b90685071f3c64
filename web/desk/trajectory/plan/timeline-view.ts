import type { OneOf } from '../dossier-view.ts'

const day = 86_400_000
const atNoon = (date: string) => Date.parse(`${date}T12:00:00Z`)

export interface Bar {
  readonly id: number
  /** In parts of the whole width. */
  readonly from: number
  readonly width: number
}
export interface MonthMark {
  /** First day. */
  readonly date: string
  readonly at: number
}
export interface Timeline {
  readonly bars: readonly Bar[]
  readonly months: readonly MonthMark[]
  /** Where a day lies; undefined outside. */
  readonly at: (date: string) => number | undefined
}

/** The lines that have a day, over the whole months they take. */
export function timelineOf(
  activities: readonly OneOf<'activity'>[],
  plan: { readonly starts_on: string; readonly ends_on: string } | undefined,
): Timeline | undefined {
  const dated = activities.filter(({ entry }) => entry.starts_on || entry.ends_on)
  if (dated.length === 0) return undefined
  const days = [
    ...dated.flatMap(({ entry }) => [entry.starts_on, entry.ends_on]),
    plan?.starts_on ?? '',
    plan?.ends_on ?? '',
  ].filter(Boolean)
  days.sort()
  const [first, last] = [days[0] as string, days.at(-1) as string]
  const begin = `${first.slice(0, 7)}-01`
  const start = atNoon(begin)
  const end = atNoon(monthAfter(last))
  const part = (date: string) => (atNoon(date) - start) / (end - start)
  const months: MonthMark[] = []
  for (let date = begin; atNoon(date) < end; date = monthAfter(date)) months.push({ date, at: part(date) })
  const step = Math.ceil(months.length / 14)
  return {
    bars: dated.map(({ id, entry }) => {
      const from = entry.starts_on || entry.ends_on
      const until = entry.ends_on || entry.starts_on
      const width = (atNoon(until) - atNoon(from) + day) / (end - start)
      return { id, from: part(from), width: Math.max(width, 0.012) }
    }),
    months: months.filter((_, i) => i % step === 0),
    at: (date) => {
      const at = part(date)
      return at >= 0 && at <= 1 ? at : undefined
    },
  }
}

function monthAfter(date: string): string {
  const [year, month] = date.split('-').map(Number) as [number, number]
  return month === 12
    ? `${year + 1}-01-01`
    : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`
}
