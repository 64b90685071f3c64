import { t } from '../text/shared.ts'
import type { RoundRecord } from './generated/record.ts'

/** What a round is called. The title of a talk is its question, and stands where people talk. */
export function roundName({
  kind,
  title,
}: {
  readonly kind: RoundRecord['kind']
  readonly title: string
}): string {
  return (kind !== 'talk' && title) || t(`round.${kind}`)
}
