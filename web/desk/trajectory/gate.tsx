import { useEffect, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { approach, loadApproach } from '../portfolio/approach-store.ts'
import { showToast } from '../../ui/toast.tsx'
import type { OpenDossier } from './dossier.ts'
import { type Dossier, first, proposedRefund, stepNumber } from './dossier-view.ts'
import { faultText } from './fault-text.ts'
import { GateDrawing } from './gate-drawing.tsx'
import { Lacks } from './lacks.tsx'
import { NoMatchSheet, ReasonSheet, ReopenSheet } from './sheets.tsx'
import { StepReason } from './step-reason.tsx'

type Sheet = 'anyway' | 'no_match' | 'reopen'

/** The gate from step 1 to step 2, and how else a trajectory can end here. */
export function Gate({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [sheet, setSheet] = useState<Sheet>()
  const [busy, setBusy] = useState(false)
  useEffect(() => void loadApproach(), [])
  const { progress, missing } = shown
  const fee = first(shown, 'support')?.entry.fee ?? 0
  const close = () => setSheet(undefined)
  const go = async () => {
    setBusy(true)
    const done = await dossier.command('open_step', { step: 'session', reason: '' })
    setBusy(false)
    if (!done.ok) showToast({ text: faultText(done.error) })
  }

  const isRunning = progress.outcome === 'running'
  // Why it ended stands above.
  if (!isRunning && progress.step === 'green_date') return null

  let content = null
  if (stepNumber(progress.step) > 1) {
    content = (
      <>
        <GateDrawing open />
        <h2 id="gate-title">{t('gate.behind')}</h2>
        <StepReason shown={shown} step="green_date" />
        {isRunning && (
          <div class="gate__buttons">
            <Button kind="quiet" onClick={() => setSheet('reopen')}>
              {t('gate.reopen_step')}
            </Button>
          </div>
        )}
      </>
    )
  } else {
    const open = missing.length === 0
    content = (
      <>
        <GateDrawing open={open} />
        <h2 id="gate-title">{t(open ? 'gate.open' : 'gate.shut')}</h2>
        <StepReason shown={shown} step="green_date" />
        {open ? (
          <p>{t('gate.open_body')}</p>
        ) : (
          <>
            <p>{t('gate.missing', { n: missing.length })}</p>
            <Lacks shown={shown} missing={missing} />
          </>
        )}
        <div class="gate__buttons">
          {open ? (
            <Button kind="primary" busy={busy} onClick={() => void go()}>
              {t('gate.go')}
            </Button>
          ) : (
            <Button onClick={() => setSheet('anyway')}>{t('gate.anyway')}</Button>
          )}
          <Button kind="quiet" onClick={() => setSheet('no_match')}>
            {t('gate.no_match')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <section class="gate" aria-labelledby="gate-title">
      {content}
      {sheet === 'anyway' && (
        <ReasonSheet
          name={`${dossier.id} anyway`}
          title={t('anyway.title')}
          body={t('anyway.body', { n: missing.length })}
          label={t('anyway.reason')}
          button={t('anyway.button')}
          onClose={close}
          onReason={(reason) => dossier.command('open_step', { step: 'session', reason })}
        />
      )}
      {sheet === 'reopen' && (
        <ReopenSheet dossier={dossier} step="green_date" onClose={close} />
      )}
      {sheet === 'no_match' && (
        <NoMatchSheet dossier={dossier} fee={fee} proposed={proposedRefund(fee, approach.value?.document.refund ?? 0)} onClose={close} />
      )}
    </section>
  )
}
