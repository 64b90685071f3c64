import { tenthsText } from '../../shared/scores.ts'
import type { EntryOf } from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'

/** "Groep: 3,4 van 5 (12 antwoorden)"; undefined where the group was not asked. */
export function groupText(mark: EntryOf<'mark'>): string | undefined {
  if (mark.group_answers === 0) return undefined
  return t('mark.group', { points: tenthsText(mark.group_tenths), n: mark.group_answers })
}
