import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { type Dossier, stepNumber } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { GateDrawing } from '../gate-drawing.tsx'
import { Lacks } from '../lacks.tsx'
import { ReasonSheet, ReopenSheet } from '../sheets.tsx'
import { StepReason } from '../step-reason.tsx'

/** The gate from step 2 to step 3. */
export function SessionGate({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [sheet, setSheet] = useState<'anyway' | 'reopen'>()
  const [busy, setBusy] = useState(false)
  const { progress, missing } = shown
  const close = () => setSheet(undefined)
  const isRunning = progress.outcome === 'running'
  const isBehind = stepNumber(progress.step) > 2
  const open = isBehind || missing.length === 0
  const go = async () => {
    setBusy(true)
    const done = await dossier.command('open_step', { step: 'choice', reason: '' })
    setBusy(false)
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  // Why it ended stands above.
  if (!isRunning && !isBehind) return null
  return (
    <section class="gate" aria-labelledby="session-gate-title">
      <GateDrawing open={open} />
      <h2 id="session-gate-title">
        {t(isBehind ? 'session_gate.behind' : open ? 'session_gate.open' : 'session_gate.shut')}
      </h2>
      <StepReason shown={shown} step="session" />
      {!isBehind && open && <p>{t('session_gate.open_body')}</p>}
      {!open && (
        <>
          <p>{t('gate.missing', { n: missing.length })}</p>
          <Lacks shown={shown} missing={missing} />
          {missing.some(({ what }) => what === 'fact_finding') && <p>{t('session_gate.how')}</p>}
        </>
      )}
      <div class="gate__buttons">
        {isBehind ? (
          isRunning && (
            <Button kind="quiet" onClick={() => setSheet('reopen')}>
              {t('session_gate.reopen')}
            </Button>
          )
        ) : open ? (
          <Button kind="primary" busy={busy} onClick={() => void go()}>
            {t('session_gate.go')}
          </Button>
        ) : (
          <Button onClick={() => setSheet('anyway')}>{t('gate.anyway')}</Button>
        )}
      </div>
      {sheet === 'anyway' && (
        <ReasonSheet
          name={`${dossier.id} choice`}
          title={t('session_gate.anyway_title')}
          body={t('anyway.body', { n: missing.length })}
          label={t('anyway.reason')}
          button={t('session_gate.go')}
          onClose={close}
          onReason={(reason) => dossier.command('open_step', { step: 'choice', reason })}
        />
      )}
      {sheet === 'reopen' && (
        <ReopenSheet dossier={dossier} step="session" name="session" title={t('session_gate.reopen_title')} onClose={close} />
      )}
    </section>
  )
}
