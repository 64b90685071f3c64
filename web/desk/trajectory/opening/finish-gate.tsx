import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { Sprouts } from '../../sprouts.tsx'
import { faultText } from '../fault-text.ts'
import { Lacks } from '../lacks.tsx'
import { ReasonSheet } from '../sheets.tsx'
import type { PartProps } from './opening-fields.tsx'

/** The end of the way: what is still open, and then it is finished. */
export function FinishGate({ dossier, shown }: PartProps) {
  const [sheet, setSheet] = useState<'anyway' | 'reopen'>()
  const [busy, setBusy] = useState(false)
  const { progress, missing } = shown
  const close = () => setSheet(undefined)
  const finish = async () => {
    setBusy(true)
    const done = await dossier.command('end_trajectory', { outcome: 'finished', reason: '', refund: 0 })
    setBusy(false)
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  if (progress.step !== 'opening') return null
  return (
    <section class="gate" aria-labelledby="finish-title">
      {progress.outcome === 'finished' ? (
        <>
          <Sprouts />
          <h2 id="finish-title">{t('finish.done')}</h2>
          <p>{t('finish.done_body')}</p>
          {progress.reason && <p class="gate__reason">{t('gate.noted', { reason: progress.reason })}</p>}
          <div class="gate__buttons">
            <Button kind="quiet" onClick={() => setSheet('reopen')}>
              {t('gate.reopen')}
            </Button>
          </div>
        </>
      ) : progress.outcome !== 'running' ? (
        <>
          <h2 id="finish-title">{t(`ended.${progress.outcome}`)}</h2>
          {progress.reason && <p class="gate__reason">{progress.reason}</p>}
          <div class="gate__buttons">
            <Button onClick={() => setSheet('reopen')}>{t('gate.reopen')}</Button>
          </div>
        </>
      ) : (
        <>
          <h2 id="finish-title">{t(missing.length === 0 ? 'finish.ready' : 'finish.open')}</h2>
          {missing.length === 0 ? (
            <p>{t('finish.ready_body')}</p>
          ) : (
            <>
              <p>{t('finish.missing', { n: missing.length })}</p>
              <Lacks shown={shown} missing={missing} />
            </>
          )}
          <div class="gate__buttons">
            {missing.length === 0 ? (
              <Button kind="primary" busy={busy} onClick={() => void finish()}>
                {t('finish.go')}
              </Button>
            ) : (
              <Button onClick={() => setSheet('anyway')}>{t('finish.anyway')}</Button>
            )}
          </div>
        </>
      )}
      {sheet === 'anyway' && (
        <ReasonSheet
          name={`${dossier.id} finish`}
          title={t('finish.anyway_title')}
          body={t('finish.anyway_body', { n: missing.length })}
          label={t('anyway.reason')}
          button={t('finish.go')}
          onClose={close}
          onReason={(reason) => dossier.command('end_trajectory', { outcome: 'finished', reason, refund: 0 })}
        />
      )}
      {sheet === 'reopen' && (
        <ReasonSheet
          name={`${dossier.id} reopen`}
          title={t('reopen.title')}
          body={t('reopen.body')}
          label={t('reopen.reason')}
          button={t('reopen.button')}
          onClose={close}
          onReason={(reason) => dossier.command('reopen_step', { step: 'opening', reason })}
        />
      )}
    </section>
  )
}
