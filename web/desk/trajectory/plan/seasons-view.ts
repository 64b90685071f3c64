import type { ActivitySort, EntryOf } from '../../../shared/trajectory.ts'

/** When work of a sort can be done: months and days from and until, within a year or over its end. */
interface Season {
  readonly from: string
  readonly until: string
}
const seasons: Partial<Record<ActivitySort, readonly Season[]>> = {
  planting_bare_root: [{ from: '11-01', until: '03-31' }],
  planting_pot: [
    { from: '03-01', until: '05-31' },
    { from: '09-01', until: '11-30' },
  ],
  sowing: [
    { from: '03-01', until: '05-31' },
    { from: '09-01', until: '10-31' },
  ],
  // Outside the breeding season of birds.
  groundwork: [{ from: '07-16', until: '03-14' }],
}

export type Warning =
  | 'planting_bare_root'
  | 'planting_pot'
  | 'sowing'
  | 'groundwork'
  | 'before_plan'
  | 'after_plan'

/** What to think of again about the days of a line. Both days empty: nothing is known yet. */
export function warningsOf(
  activity: EntryOf<'activity'>,
  plan: Pick<EntryOf<'plan'>, 'starts_on' | 'ends_on'> | undefined,
): readonly Warning[] {
  const from = activity.starts_on || activity.ends_on
  const until = activity.ends_on || activity.starts_on
  if (!from) return []
  const warnings: Warning[] = []
  const good = seasons[activity.sort]
  if (good && !good.some((season) => liesIn(season, from, until))) warnings.push(activity.sort as Warning)
  if (plan?.starts_on && from < plan.starts_on) warnings.push('before_plan')
  if (plan?.ends_on && until > plan.ends_on) warnings.push('after_plan')
  return warnings
}

/** Whether all days lie in one and the same stretch of the season. */
function liesIn({ from, until }: Season, first: string, last: string): boolean {
  const year = Number(first.slice(0, 4))
  const over = from > until
  return [year - 1, year].some((start) => {
    const end = over ? start + 1 : start
    return first >= `${start}-${from}` && last <= `${end}-${until}`
  })
}
