import { useState } from 'preact/hooks'
import { tenthsText } from '../shared/scores.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type ChooseView, chooseView } from './choose-view.ts'
import { ConcernCard } from './concerns-screen.tsx'
import { useConsole } from './console-session.ts'
import './assess.css'
import './boards.css'

/** One plan is proposed, everybody says what they think of it, and then it is chosen. */
export function ChooseScreen() {
  const { picture, send } = useConsole()
  const view = chooseView(picture.value, send)
  if (!view) return <p class="work-empty">{t('assess.none')}</p>
  return (
    <div class="boards choose">
      <p class="boards-sentence">
        <b>{t(view.frozen ? 'choose.is_chosen' : view.candidate ? 'choose.proposed' : 'choose.propose_first')}</b>{' '}
        {view.candidate !== 0 && !view.frozen && view.answered}
      </p>
      {view.votedFor && !view.frozen && (
        <p class="boards-sentence" role="status">
          {t('choose.not_the_vote', { title: view.votedFor })}
        </p>
      )}
      <div class="choose-columns">
        <ul class="choose-candidates">
          {view.candidates.map((one) => (
            <li key={one.id} class={one.id === view.candidate || one.id === view.combinedWith ? 'choose-now' : ''}>
              <PlantLabel letter={one.letter} color={one.color} size="2.75rem" icon={false} />
              <span>
                <b>{one.title}</b>
                {one.points !== undefined && (
                  <small>{t('choose.points', { n: tenthsText(Math.round(one.points * 10)) })}</small>
                )}
              </span>
              <span class="choose-doings">
                {one.propose ? (
                  <Button aria-label={t('choose.propose_it', { title: one.title })} onClick={one.propose}>
                    {t('choose.propose')}
                  </Button>
                ) : (
                  one.id === view.candidate && (
                    <em>{t(view.frozen ? 'choose.chosen_word' : 'choose.proposed_word')}</em>
                  )
                )}
                {one.combine && (
                  <Button
                    kind="quiet"
                    icon="merge"
                    aria-label={t('choose.combine_it', { title: one.title })}
                    onClick={one.combine}
                  >
                    {t('choose.combine')}
                  </Button>
                )}
                {one.id === view.combinedWith && view.separate && (
                  <Button kind="quiet" onClick={view.separate}>
                    {t('choose.separate')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
        <div class="choose-now-side">
          {view.column && <ConcernCard column={view.column} />}
          {view.freeze && <Freeze key={view.candidate} view={view} />}
          {view.frozen && (
            <section class="card">
              <p>{t('choose.why', { reason: view.reason })}</p>
              {view.thaw && (
                <Button kind="quiet" onClick={view.thaw}>
                  {t('choose.thaw')}
                </Button>
              )}
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

function Freeze({ view }: { view: ChooseView }) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const freeze = async () => {
    if (busy) return
    if (reason.trim() === '') return setProblem(t('choose.reason_needed'))
    setBusy(true)
    await view.freeze?.(reason.trim())
    setBusy(false)
  }
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void freeze()
      }}
    >
      <TextField
        label={t('choose.reason')}
        max={200}
        value={reason}
        error={problem}
        onInput={(text) => {
          setProblem(undefined)
          setReason(text)
        }}
        onEnter={() => void freeze()}
      />
      {view.open > 0 && <p role="status">{t('choose.open_concerns', { n: view.open })}</p>}
      <Button type="submit" kind="primary" wide busy={busy} disabled={view.open > 0}>
        {t('choose.freeze')}
      </Button>
    </form>
  )
}
