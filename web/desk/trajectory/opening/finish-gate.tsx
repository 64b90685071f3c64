import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { Sprouts } from '../../sprouts.tsx'
import { faultText } from '../fault-text.ts'
import { Lacks } from '../lacks.tsx'
import { ReasonSheet } from '../sheets.tsx'
import { StepReason } from '../step-reason.tsx'
import type { PartProps } from './opening-fields.tsx'

/** The end of the way: what is still open, and then it is finished. */
export function FinishGate({ dossier, shown }: PartProps) {
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const { progress, missing } = shown
  const close = () => setAsks(false)
  const finish = async () => {
    setBusy(true)
    const done = await dossier.command('end_trajectory', { outcome: 'finished', reason: '', refund: 0 })
    setBusy(false)
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  // Why it was stopped stands above.
  if (progress.step !== 'opening' || progress.outcome === 'stopped') return null
  return (
    <section class="gate" aria-labelledby="finish-title">
      {progress.outcome === 'finished' ? (
        <>
          <Sprouts />
          <h2 id="finish-title">{t('finish.done')}</h2>
          <p>{t('finish.done_body')}</p>
        </>
      ) : (
        <>
          <h2 id="finish-title">{t(missing.length === 0 ? 'finish.ready' : 'finish.open')}</h2>
          <StepReason shown={shown} step="opening" />
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
              <Button onClick={() => setAsks(true)}>{t('finish.anyway')}</Button>
            )}
          </div>
        </>
      )}
      {asks && (
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
    </section>
  )
}
