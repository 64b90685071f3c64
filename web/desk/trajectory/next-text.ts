import type { NextKind } from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'

/** What is next, in words: its own, or what it is when it has none. Empty when nothing is. */
export function nextWords({ kind, what }: { kind: NextKind; what: string }): string {
  if (kind === 'opening') return what || t('next.opening')
  if (kind === 'fact_finding') return t('next.fact_finding', { what })
  return kind === 'permit' ? t('next.permit', { what }) : what
}
