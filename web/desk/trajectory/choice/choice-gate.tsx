import { useState } from 'preact/hooks'
import type { Missing } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { type Dossier, first, stepNumber } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { GateDrawing } from '../gate-drawing.tsx'
import { nameOf } from '../lack-view.ts'
import { ReasonSheet } from '../sheets.tsx'
import { StepReason } from '../step-reason.tsx'

const marksNamedMax = 3

/** The gate from step 3 to step 4: for one idea, looked at from all sides. */
export function ChoiceGate({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const { progress, missing } = shown
  const isChosen = first(shown, 'choice')?.entry.outcome === 'chosen'
  if (!isChosen) return null
  if (stepNumber(progress.step) > stepNumber('choice'))
    return (
      <section class="gate" aria-labelledby="choice-gate-title">
        <GateDrawing open />
        <h2 id="choice-gate-title">{t('choice.gate_behind')}</h2>
        <StepReason shown={shown} step="choice" />
      </section>
    )
  if (progress.step !== 'choice' || progress.outcome !== 'running') return null
  const open = missing.length === 0
  const go = async () => {
    setBusy(true)
    const done = await dossier.command('open_step', { step: 'plan', reason: '' })
    setBusy(false)
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  const marks = missing.filter(({ what }) => what === 'mark')
  const isLong = marks.length > marksNamedMax
  const named = isLong ? missing.filter(({ what }) => what !== 'mark') : missing
  return (
    <section class="gate" aria-labelledby="choice-gate-title">
      <GateDrawing open={open} />
      <h2 id="choice-gate-title">{t(open ? 'choice.gate_open' : 'choice.gate_shut')}</h2>
      <StepReason shown={shown} step="choice" />
      {!open && (
        <ul class="missing">
          {isLong && (
            <li>
              <button type="button" class="link-button" onClick={() => show(shown, marks[0] as Missing)}>
                {t('choice.marks_open', { n: marks.length })}
              </button>
            </li>
          )}
          {named.map((lack) => (
            <li key={`${lack.what}-${lack.entry}`}>
              <button type="button" class="link-button" onClick={() => show(shown, lack)}>
                {t(`lack.${lack.what}`, { n: 1, name: nameOf(shown, lack) })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="gate__buttons">
        {open ? (
          <Button kind="primary" busy={busy} onClick={() => void go()}>
            {t('choice.gate_go')}
          </Button>
        ) : (
          <Button onClick={() => setAsks(true)}>{t('gate.anyway')}</Button>
        )}
      </div>
      {asks && (
        <ReasonSheet
          name={`${dossier.id} choice-anyway`}
          title={t('choice.anyway_title')}
          body={t('anyway.body', { n: missing.length })}
          label={t('anyway.reason')}
          button={t('anyway.button')}
          onClose={() => setAsks(false)}
          onReason={(reason) => dossier.command('open_step', { step: 'plan', reason })}
        />
      )}
    </section>
  )
}

/** Puts the focus where it is filled in. */
function show(shown: Dossier, lack: Missing): void {
  const idea = first(shown, 'choice')?.entry.idea
  const where =
    lack.what === 'mark'
      ? `[data-mark="${idea}-${lack.entry}"]`
      : lack.what === 'route'
        ? `#form-matches-${lack.entry} input`
        : lack.what === 'chosen_gone'
          ? '#choice-again'
          : 'h1'
  const found = document.querySelector<HTMLElement>(where)
  found?.focus()
  found?.scrollIntoView({ block: 'center' })
}
