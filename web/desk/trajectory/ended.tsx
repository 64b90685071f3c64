import { useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import type { OpenDossier } from './dossier.ts'
import type { Dossier } from './dossier-view.ts'
import { moneyText } from './money-view.ts'
import { ReopenSheet } from './sheets.tsx'

/** That it ended, on every step: why, and the way back. */
export function Ended({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [asks, setAsks] = useState(false)
  const { step, outcome, reason, refund } = shown.progress
  if (outcome === 'running') return null
  return (
    <section class="gate ended" aria-labelledby="ended-title">
      <h2 id="ended-title">{t(`ended.${outcome}`)}</h2>
      {outcome !== 'finished' && <p>{t('ended.kind')}</p>}
      {reason && <p class="gate__reason">{t('ended.why', { reason })}</p>}
      {refund > 0 && <p>{t('ended.refund', { amount: moneyText(refund, language.value) })}</p>}
      <div class="gate__buttons">
        <Button kind={outcome === 'finished' ? 'quiet' : 'secondary'} onClick={() => setAsks(true)}>
          {t('gate.reopen')}
        </Button>
      </div>
      {asks && (
        <ReopenSheet dossier={dossier} step={step} onClose={() => setAsks(false)} />
      )}
    </section>
  )
}
