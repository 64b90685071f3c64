import type { Outcome } from '../shared/session-link.ts'
import { t } from '../text/console.ts'
import { groupTitle, type Picture } from './picture.ts'

type Refused = Extract<Outcome, { ok: false }>

/** Why nothing happened, in words; undefined where another screen says it already. */
export function refusalText(refused: Refused, picture: Picture): string | undefined {
  const { refusal, details } = refused
  switch (refusal) {
    case 'replaced':
      return undefined
    case 'too_many_pins':
      return t('refused.too_many_pins', { s: Math.ceil((details?.retry_after_ms ?? 60_000) / 1000) })
    case 'being_moved':
    case 'being_sharpened':
      return t(`refused.${refusal}`, { name: details?.name || t('refused.someone') })
    case 'moved_meanwhile':
      return t('refused.moved_meanwhile', {
        group: details?.group ? groupTitle(picture, details.group) : t('refused.inbox'),
      })
    default:
      return t(`refused.${refusal}`)
  }
}
