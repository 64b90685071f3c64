import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { emptyEntry } from '../fields-view.ts'
import { GateDrawing } from '../gate-drawing.tsx'
import { Lacks } from '../lacks.tsx'
import { ReasonSheet, ReopenSheet } from '../sheets.tsx'
import { StepReason } from '../step-reason.tsx'

type Sheet = 'anyway' | 'reopen'

/** Whether the plan is ready, what is missing, and the way to step 5. */
export function PlanGate({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [sheet, setSheet] = useState<Sheet>()
  const [busy, setBusy] = useState(false)
  const { missing, ready_as: ready } = shown.plan
  const newest = newestVersion(shown)
  const next = newest + 1
  const canMark = missing.length === 0 && ready === 0
  const isHere = shown.progress.step === 'plan' && shown.progress.outcome === 'running'
  const close = () => setSheet(undefined)
  const mark = async () => {
    dossier.saveAll()
    if (dossier.isUnsaved.value) return showToast({ text: t('ready.unsaved') })
    setBusy(true)
    const now = { ...emptyEntry('plan_version'), seen: shown.version }
    const done = await dossier.command('put_entry', { id: 0, was: null, now })
    setBusy(false)
    const { error } = done.ok ? { error: '' } : done
    if (error === 'changed_meanwhile') return showToast({ text: t('ready.seen') })
    showToast({ text: error ? faultText(error) : t('ready.marked', { n: next }) })
  }
  const go = async () => {
    setBusy(true)
    const done = await dossier.command('open_step', { step: 'opening', reason: '' })
    setBusy(false)
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  const title =
    ready > 0
      ? t('ready.title_ready', { n: ready })
      : newest > 0
        ? t('ready.title_changed', { n: newest })
        : t(canMark ? 'ready.title_can' : 'ready.title_shut')
  return (
    <section class="gate" aria-labelledby="ready-title" id="form-plan-ready">
      <GateDrawing open={ready > 0} />
      <h2 id="ready-title">{title}</h2>
      {ready > 0 && <p>{t('ready.body_ready')}</p>}
      {canMark && <p>{t('ready.body_can', { n: next })}</p>}
      {missing.length > 0 && (
        <>
          <p>{t('ready.missing', { n: missing.length })}</p>
          <Lacks shown={shown} missing={missing} />
        </>
      )}
      {shown.progress.step === 'opening' && <p>{t('ready.behind')}</p>}
      <StepReason shown={shown} step="plan" />
      <div class="gate__buttons">
        {canMark && (
          <Button kind="primary" busy={busy} onClick={() => void mark()}>
            {t('ready.mark', { n: next })}
          </Button>
        )}
        {isHere && ready > 0 && (
          <Button kind="primary" busy={busy} onClick={() => void go()}>
            {t('ready.go')}
          </Button>
        )}
        {isHere && ready === 0 && <Button onClick={() => setSheet('anyway')}>{t('ready.anyway')}</Button>}
        {shown.progress.step === 'opening' && shown.progress.outcome === 'running' && (
          <Button kind="quiet" onClick={() => setSheet('reopen')}>
            {t('ready.reopen')}
          </Button>
        )}
      </div>
      {sheet === 'anyway' && (
        <ReasonSheet
          name={`${dossier.id} plan anyway`}
          title={t('ready.anyway_title')}
          body={t('ready.anyway_body')}
          label={t('anyway.reason')}
          button={t('ready.anyway_button')}
          onClose={close}
          onReason={(reason) => dossier.command('open_step', { step: 'opening', reason })}
        />
      )}
      {sheet === 'reopen' && (
        <ReopenSheet dossier={dossier} step="plan" name="plan reopen" onClose={close} />
      )}
    </section>
  )
}

export function newestVersion(shown: Dossier): number {
  return all(shown, 'plan_version').reduce((most, { entry }) => Math.max(most, entry.number), 0)
}
