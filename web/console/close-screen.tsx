import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Stem } from '../ui/draw/stem.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type CloseView, closeView } from './close-view.ts'
import { useConsole } from './console-session.ts'
import { ExportButtons } from './export-buttons.tsx'
import { PhotosAfterwards } from './photos.tsx'
import type { Sheet } from './sheet.ts'
import { dateText, dayOf } from './times.ts'
import './close.css'

/** The next step, the export, and the end. */
export function CloseScreen({ open }: { open: (sheet: Sheet) => void }) {
  const { picture, send } = useConsole()
  const [asking, setAsking] = useState(false)
  const [reopening, setReopening] = useState(false)
  const [busy, setBusy] = useState(false)
  const view = closeView(picture.value, send)

  const end = async () => {
    setBusy(true)
    await view.end?.()
    setBusy(false)
    setAsking(false)
  }
  const reopen = async () => {
    setBusy(true)
    await view.reopen?.()
    setBusy(false)
    setReopening(false)
  }
  return (
    <div class="closing">
      <div class="closing-left">
        {view.ended ? (
          <section class="closing-step closing-ended">
            <Stem growth={1} leaves={5} top="flower" />
            <div>
              <h2>{t('close.ended_title')}</h2>
              <p>{t('close.ended_body', { date: dateText(view.retainedUntil) })}</p>
              {view.step && (
                <p class="closing-saved">
                  <b>{t('close.saved', { date: dateText(view.step.date) })}</b> {view.step.text}
                </p>
              )}
              <Button icon="undo" onClick={() => setReopening(true)}>
                {t('close.reopen')}
              </Button>
            </div>
          </section>
        ) : (
          <StepForm step={view.step} save={view.setStep} />
        )}
        <section class="closing-stars">
          <h2>{t('stars.title')}</h2>
          {view.stars ? <Stars stars={view.stars} /> : <p>{t('stars.none')}</p>}
        </section>
        {view.ended && <PhotosAfterwards />}
      </div>
      <section class="panel closing-panel">
        {!view.ended && (
          <div class="panel-end closing-end">
            <Button icon="lock" wide disabled={!view.end} onClick={() => setAsking(true)}>
              {t('close.end')}
            </Button>
            {!view.end && <p class="panel-hint">{t('close.end_blocked')}</p>}
            {view.reopened && <p class="panel-hint">{t('close.reopened')}</p>}
          </div>
        )}
        <h2>{t('close.report_title')}</h2>
        <p>{t('close.report_body')}</p>
        <ExportButtons />
        <Button wide icon="clock" onClick={() => open('replay')}>
          {t('replay.title')}
        </Button>
      </section>
      <Dialog
        open={asking}
        title={t('close.end_title')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('word.cancel')}</Button>
            <Button kind="primary" danger busy={busy} onClick={() => void end()}>
              {t('close.end_do')}
            </Button>
          </>
        }
      >
        <p>{t('close.end_body')}</p>
        <p>{t('close.end_ballots')}</p>
      </Dialog>
      <Dialog
        open={reopening}
        title={t('close.reopen_title')}
        onClose={() => setReopening(false)}
        actions={
          <>
            <Button onClick={() => setReopening(false)}>{t('word.cancel')}</Button>
            <Button kind="primary" busy={busy} onClick={() => void reopen()}>
              {t('close.reopen_do')}
            </Button>
          </>
        }
      >
        <p>{t('close.reopen_body')}</p>
        <p>{t('close.reopen_sealed')}</p>
      </Dialog>
    </div>
  )
}

/** How many gave one star, two, to five; the words say it, the bars show it. */
function Stars({ stars }: { stars: NonNullable<CloseView['stars']> }) {
  const most = Math.max(...stars.counts)
  return (
    <>
      <p>{t('stars.line', { average: stars.average, n: stars.n })}</p>
      <ol class="stars">
        {stars.counts.map((count, i) => (
          <li key={i} aria-label={t('stars.row', { stars: i + 1, n: count })}>
            <span class="even-figures">{i + 1}</span>
            <span class="stars-bar" style={{ inlineSize: `${(count / most) * 70}%` }} />
            <b class="even-figures">{count}</b>
          </li>
        ))}
      </ol>
    </>
  )
}

function StepForm(props: {
  step: { readonly date: string; readonly text: string } | undefined
  save: ((date: string, text: string) => Promise<boolean>) | undefined
}) {
  const { step, save } = props
  const { link } = useConsole()
  const [date, setDate] = useState(step?.date ?? '')
  const [text, setText] = useState(step?.text ?? '')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  // Another facilitator may have written it meanwhile.
  useEffect(() => {
    if (!step) return
    setDate(step.date)
    setText(step.text)
  }, [step?.date, step?.text])

  const submit = async () => {
    setMissing(date === '')
    if (date === '' || !save) return
    setBusy(true)
    await save(date, text)
    setBusy(false)
  }
  return (
    <section class="closing-step">
      <h2>{t('close.step_title')}</h2>
      <p>{t('close.step_hint')}</p>
      <label class={`sheet-select${missing ? ' sheet-select-wrong' : ''}`}>
        <span>{t('close.date')}</span>
        <input
          type="date"
          value={date}
          min={dayOf(link.now())}
          required
          aria-invalid={missing}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
        {missing && <em>{t('close.need_date')}</em>}
      </label>
      <TextField
        label={t('close.text')}
        placeholder={t('close.text_hint')}
        value={text}
        onInput={setText}
        max={200}
        onEnter={() => void submit()}
      />
      <div>
        <Button kind="primary" busy={busy} onClick={() => void submit()}>
          {t('close.save')}
        </Button>
      </div>
      {step && (
        <p class="closing-saved">
          <b>{t('close.saved', { date: dateText(step.date) })}</b> {step.text}
        </p>
      )}
    </section>
  )
}
