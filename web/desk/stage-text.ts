import { language } from '../text/language.ts'
import { t } from '../text/desk.ts'
import type { SessionRow } from './sessions-view.ts'

/** Where a session stands, in a word or two. */
export function stageText(row: SessionRow): string {
  if (row.stage === 'ended') return t('list.status_ended')
  if (row.stage === 'fresh') return t('list.status_fresh')
  return t('list.status_open', { round: t(`round.${row.current}`).toLocaleLowerCase(language.value) })
}
