// What a field says of a value that can be, and is still worth a second look: it is kept all the same.
import type { EntryKind } from '../../shared/trajectory.ts'
import { readField } from './fields-view.ts'

export type Notice =
  | { readonly say: 'upkeep_starts_past' | 'day_far' }
  | { readonly say: 'hours_few'; readonly from: number }
  | { readonly say: 'hours_many'; readonly to: number }

const yearsFar = 20

/** `hours`: a week, as the approach asks; `isDay`: the field is one. */
export function noticeOf(
  kind: EntryKind,
  field: string,
  text: string,
  about: { readonly isDay: boolean; readonly today: string; readonly hours?: { readonly from: number; readonly to: number } },
): Notice | undefined {
  const { today, hours } = about
  if (about.isDay && text !== '') {
    if (kind === 'upkeep' && field === 'starts_on' && text < today) return { say: 'upkeep_starts_past' }
    // A year of five digits can be typed too.
    const year = Number(text.split('-')[0])
    const last = Number(today.slice(0, 4)) + yearsFar
    return year > last || (year === last && text.slice(4) > today.slice(4)) ? { say: 'day_far' } : undefined
  }
  if (kind !== 'contact' || field !== 'hours_a_week' || !hours) return undefined
  const read = readField('whole', text)
  const value = 'value' in read ? Number(read.value) : 0
  if (value > 0 && value < hours.from) return { say: 'hours_few', from: hours.from }
  return value > hours.to ? { say: 'hours_many', to: hours.to } : undefined
}
