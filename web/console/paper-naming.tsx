import { t } from '../text/console.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import type { PaperSeat } from './paper-view.ts'

/** That somebody without a phone was asked whether their name may be in reports, and said yes. */
export function PaperNaming({ seat }: { seat: PaperSeat }) {
  return (
    <Checkbox
      label={t('paper.naming', { name: seat.name })}
      hint={t('paper.naming_hint')}
      checked={seat.naming.yes}
      onChange={(yes) => void seat.naming.set(yes)}
    />
  )
}
