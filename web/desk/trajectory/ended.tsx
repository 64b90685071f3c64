import { useEffect, useRef, useState } from 'preact/hooks'
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
  const title = useRef<HTMLHeadingElement>(null)
  const before = useRef(outcome)
  // Whoever ends it lower on the page is brought to what that came to; who writes while another desk ends it is left alone.
  useEffect(() => {
    const writes = document.activeElement?.matches('input, textarea, select') ?? false
    if (before.current === 'running' && (outcome === 'no_match' || outcome === 'stopped') && !writes) {
      title.current?.scrollIntoView({ block: 'center' })
      title.current?.focus()
    }
    before.current = outcome
  }, [outcome])
  if (outcome === 'running') return null
  return (
    <section class="gate ended" aria-labelledby="ended-title">
      <h2 id="ended-title" ref={title} tabIndex={-1}>
        {t(`ended.${outcome}`)}
      </h2>
      {outcome !== 'finished' && <p>{t('ended.kind')}</p>}
      {reason && <p class="gate__reason">{t('ended.why', { reason })}</p>}
      {refund > 0 && <p>{t('ended.refund', { amount: moneyText(refund, language.value) })}</p>}
      <div class="gate__buttons">
        <Button kind={outcome === 'finished' ? 'quiet' : 'secondary'} onClick={() => setAsks(true)}>
          {t('gate.reopen')}
        </Button>
      </div>
      {asks && <ReopenSheet dossier={dossier} step={step} onClose={() => setAsks(false)} />}
    </section>
  )
}
