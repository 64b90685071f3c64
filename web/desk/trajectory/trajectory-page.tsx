import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Step } from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Strip } from '../../ui/strip.tsx'
import { showToast } from '../../ui/toast.tsx'
import { goTo, mayLeave, stayedFrom, trouble } from '../store.ts'
import { ChoiceStep } from './choice/choice-step.tsx'
import { PrintedChoice } from './choice/printed-choice.tsx'
import { dossierOf, type OpenDossier } from './dossier.ts'
import { all, type Dossier, first } from './dossier-view.ts'
import { Ended } from './ended.tsx'
import { faultText } from './fault-text.ts'
import { openRows } from './focus-entry.ts'
import { GreenDate } from './green-date.tsx'
import { Happened } from './happened.tsx'
import { NextAction } from './next-action.tsx'
import { OpeningStep } from './opening/opening-step.tsx'
import { PlanStep } from './plan/plan-step.tsx'
import { PrintedPlan } from './plan/printed-plan.tsx'
import { leftAt } from './portfolio-address.ts'
import { Printed } from './printed.tsx'
import { DossierReport } from './report/dossier-report.tsx'
import { SessionStep } from './session/session-step.tsx'
import { EraseSheet, HandOverSheet, ReasonSheet } from './sheets.tsx'
import { withUndo } from './with-undo.ts'
import { StepPath } from './step-path.tsx'
import './trajectory.css'

export function TrajectoryPage({ id }: { id: string }) {
  const dossier = useMemo(() => dossierOf(id), [id])
  useEffect(() => {
    const leaving = new AbortController()
    openRows.value = new Set()
    void dossier.follow(leaving.signal)
    return () => {
      leaving.abort()
      dossier.saveAll()
    }
  }, [dossier])
  useAskBeforeLeaving(dossier)

  if (dossier.isGone.value)
    return (
      <>
        <Back />
        <h1>{t('trajectory.unknown_title')}</h1>
        <p class="lead">{t('trajectory.unknown')}</p>
      </>
    )
  const shown = dossier.shown.value
  if (!shown) return trouble.value ? null : <Spinner label={t('trajectory.loading')} />
  return (
    <>
      <Known key={id} dossier={dossier} shown={shown} />
      <LeaveSheet dossier={dossier} />
    </>
  )
}

/** The name of the place, for the title of the page. */
export function placeName(id: string): string | undefined {
  const shown = dossierOf(id).shown.value
  return shown && first(shown, 'place')?.entry.name
}

function Back() {
  return (
    <a class="back" href={leftAt.value}>
      <Icon name="back" size="1.25em" />
      {t('trajectory.back')}
    </a>
  )
}

type Sheet = 'hand_over' | 'erase' | 'stop'

function Known({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [step, setStep] = useState<Step>()
  const [sheet, setSheet] = useState<Sheet>()
  const place = first(shown, 'place')?.entry
  const companies = all(shown, 'company').length
  const close = () => setSheet(undefined)
  const archive = async () => {
    const done = await dossier.command('archive', { archived: !shown.archived })
    if (!done.ok) return showToast({ text: faultText(done.error) })
    showToast(withUndo(dossier, done.version, t(shown.archived ? 'archive.back' : 'archive.done')))
  }
  // A reached step is looked at; a step that opens is where one goes.
  useEffect(() => setStep(undefined), [shown.progress.step])
  const looked = step ?? shown.progress.step
  return (
    <div class="dossier-paper">
      <div class="dossier">
        <Back />
        <header class="dossier-head">
          <div>
            <h1>{place?.name}</h1>
            <p>
              {[
                place && t(`sort.${place.sort}`),
                companies > 0 && t('portfolio.companies_count', { n: companies }),
                place?.municipality,
                shown.facilitator
                  ? t('trajectory.with', { name: shown.facilitator })
                  : t('trajectory.nobody'),
              ]
                .filter(Boolean)
                .join(' · ')}
              {shown.archived && <strong> · {t('trajectory.archived')}</strong>}
            </p>
          </div>
          <SaveState dossier={dossier} />
          <Button onClick={() => setSheet('hand_over')}>{t('hand_over.open')}</Button>
          <Button kind="quiet" icon="print" onClick={() => print()}>
            {t(looked === 'plan' ? 'print.plan_button' : 'trajectory.print')}
          </Button>
        </header>
        {dossier.wentBack.value && (
          <Strip kind="attention" title={t('restored.title')}>
            {t('restored.body')}{' '}
            <Button
              kind="quiet"
              onClick={() => {
                dossier.wentBack.value = false
              }}
            >
              {t('restored.seen')}
            </Button>
          </Strip>
        )}
        <Ended dossier={dossier} shown={shown} />
        <StepPath progress={shown.progress} shown={looked} onShow={setStep} />
        <StepPage step={looked} dossier={dossier} shown={shown} />
        <div class="dossier__below">
          <NextAction dossier={dossier} shown={shown} />
          <Happened dossier={dossier} shown={shown} />
        </div>
        <DossierReport trajectory={dossier.id} />
        <footer class="dossier__end">
          {shown.progress.outcome === 'running' && (
            <Button kind="quiet" onClick={() => setSheet('stop')}>
              {t('stop.open')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => void archive()}>
            {t(shown.archived ? 'archive.undo' : 'archive.do')}
          </Button>
          <Button kind="quiet" icon="trash" danger onClick={() => setSheet('erase')}>
            {t('erase.open')}
          </Button>
        </footer>
        {sheet === 'hand_over' && <HandOverSheet dossier={dossier} onClose={close} />}
        {sheet === 'stop' && (
          <ReasonSheet
            name={`${dossier.id} stop`}
            title={t('stop.title')}
            body={t('stop.body')}
            label={t('stop.reason')}
            button={t('stop.button')}
            onClose={close}
            onReason={(reason) =>
              dossier.command('end_trajectory', { outcome: 'stopped', reason, refund: 0 })
            }
          />
        )}
        {sheet === 'erase' && <EraseSheet dossier={dossier} place={place?.name ?? ''} onClose={close} />}
      </div>
      {looked === 'choice' ? (
        <PrintedChoice shown={shown} />
      ) : looked === 'plan' ? (
        <PrintedPlan shown={shown} />
      ) : (
        <Printed shown={shown} />
      )}
    </div>
  )
}

/** Whether everything that is typed is kept. */
function SaveState({ dossier }: { dossier: OpenDossier }) {
  const states = [...dossier.forms.value.values()].filter((form) => Object.keys(form.drafts).length > 0)
  const state = states.some((form) => form.state === 'waiting')
    ? 'waiting'
    : states.some((form) => form.state === 'saving')
      ? 'saving'
      : states.length > 0
        ? 'typing'
        : 'saved'
  return (
    <p class={`save-state save-state--${state}`} role="status">
      {state === 'saved' && <Icon name="check" size="1.1em" />}
      {t(`kept.${state}`)}
    </p>
  )
}

/** One page for each step. */
function StepPage({ step, dossier, shown }: { step: Step; dossier: OpenDossier; shown: Dossier }) {
  switch (step) {
    case 'green_date':
      return <GreenDate dossier={dossier} shown={shown} />
    case 'session':
      return <SessionStep dossier={dossier} shown={shown} />
    case 'choice':
      return <ChoiceStep dossier={dossier} shown={shown} />
    case 'plan':
      return <PlanStep dossier={dossier} shown={shown} />
    case 'opening':
      return <OpeningStep dossier={dossier} shown={shown} />
  }
}

function useAskBeforeLeaving(dossier: OpenDossier): void {
  useEffect(() => {
    mayLeave.value = () => {
      dossier.saveAll()
      return !dossier.isUnsaved.value || dossier.isGone.value
    }
    const asks = (event: BeforeUnloadEvent) => {
      dossier.saveAll()
      if (dossier.isUnsaved.value) event.preventDefault()
    }
    addEventListener('beforeunload', asks)
    return () => {
      mayLeave.value = () => true
      stayedFrom.value = undefined
      removeEventListener('beforeunload', asks)
    }
  }, [dossier])
}

/** Goes on by itself once everything is kept; else one stays, or goes and finds the text here again. */
function LeaveSheet({ dossier }: { dossier: OpenDossier }) {
  const wanted = stayedFrom.value
  const isUnsaved = dossier.isUnsaved.value
  const go = () => {
    stayedFrom.value = undefined
    mayLeave.value = () => true
    if (wanted !== undefined) goTo(wanted)
  }
  useEffect(() => {
    if (wanted !== undefined && !isUnsaved) go()
  }, [wanted, isUnsaved])
  const isSaving = [...dossier.forms.value.values()].every(
    (form) => form.sending !== undefined || Object.keys(form.drafts).length === 0,
  )
  if (wanted === undefined || isSaving) return null
  const stay = () => {
    stayedFrom.value = undefined
  }
  return (
    <Dialog
      open
      title={t('leave.title')}
      onClose={stay}
      actions={
        <>
          <Button onClick={go}>{t('leave.go')}</Button>
          <Button kind="primary" onClick={stay}>
            {t('leave.stay')}
          </Button>
        </>
      }
    >
      <p>{t('leave.body')}</p>
    </Dialog>
  )
}
