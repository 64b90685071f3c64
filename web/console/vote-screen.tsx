import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import { CountdownSun } from './countdown-sun.tsx'
import { Ladder } from './ladder.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { SeatPlant } from './seat-plant.tsx'
import { type VoteView, voteView } from './vote-view.ts'
import './vote.css'

/** Who is done and who is not; never where a vote goes. Closing counts down and can be stopped. */
export function VoteScreen() {
  const { picture, clock, send } = useConsole()
  const view = voteView(picture.value, clock.value, send)
  if (view.state === 'none') return <p class="work-empty">{t('vote.none')}</p>
  if (view.state === 'closed') return <Closed view={view} />
  return (
    <div class="vote">
      <section class="vote-seats" aria-labelledby="vote-sentence">
        {view.runoff && <h2>{t('vote.runoff')}</h2>}
        <p class="vote-sentence" id="vote-sentence">
          <b>{view.sentence}</b> {t(picture.value.papers.length > 0 ? 'vote.secret_paper' : 'vote.secret')}
        </p>
        {view.seats.length === 0 ? (
          <p class="work-empty">{t('vote.nobody')}</p>
        ) : (
          <ul class="seats">
            {view.seats.map((seat, i) => (
              <li key={seat.id} class={`seat seat-${seat.state}`}>
                <SeatPlant state={seat.state} growth={seat.growth} variant={i} />
                <b>{seat.name}</b>
                <small>{seat.note}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
      <ClosePanel view={view} />
    </div>
  )
}

type Open = Extract<VoteView, { state: 'open' }>

function ClosePanel({ view }: { view: Open }) {
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  if (view.closing) {
    const { seconds, keepOpen, closeNow } = view.closing
    return (
      <section class="panel panel-closing" aria-live="off">
        <div class="panel-countdown">
          <CountdownSun seconds={seconds} of={10} />
          <h2 class="even-figures">{t('vote.closing_in', { s: seconds })}</h2>
        </div>
        <Doubts view={view} />
        <div class="panel-end">
          <Button class="panel-stop" wide onClick={keepOpen}>
            {t('vote.keep_open')}
          </Button>
          <Button class="panel-quiet" kind="quiet" wide onClick={closeNow}>
            {t('vote.close_now')}
          </Button>
          <p class="panel-hint">{t('vote.close_counting')}</p>
        </div>
      </section>
    )
  }
  const close = async () => {
    if (view.few) return setAsking(true)
    if (!(await view.close?.(false))) setAsking(true)
  }
  if (asking) {
    const closeAnyway = () => {
      setAsking(false)
      void view.close?.(true, why)
    }
    return (
      <section class="panel panel-ask" role="alertdialog" aria-labelledby="ask-title">
        <h2 id="ask-title">{t('vote.ask_title')}</h2>
        <Doubts view={view} />
        {view.few && (
          <TextField
            label={t('vote.ask_why')}
            hint={t('vote.ask_why_hint')}
            value={why}
            max={200}
            onInput={setWhy}
            onEnter={closeAnyway}
          />
        )}
        <div class="panel-end">
          <Button kind="primary" wide onClick={() => setAsking(false)}>
            {t('vote.ask_wait')}
          </Button>
          <Button wide onClick={closeAnyway}>
            {t('vote.ask_close')}
          </Button>
        </div>
      </section>
    )
  }
  return (
    <section class="panel">
      <h2>{t('vote.candidates', { n: view.candidates })}</h2>
      {view.unfit.length > 0 && (
        <div class="vote-unfit">
          <p>
            <Icon name="warning" /> {t('vote.unfit', { n: view.unfit.length, letters: view.unfit.join(', ') })}
          </p>
          {!view.begun && <p class="panel-hint">{t('vote.unfit_hint')}</p>}
        </div>
      )}
      <RulesPanel rules={view.rules} fixed={view.begun && !view.runoff} />
      <Doubts view={view} quiet />
      <div class="panel-end">
        <Button kind="primary" wide icon="lock" onClick={() => void close()}>
          {t('vote.close')}
        </Button>
        <p class="panel-hint">{t('vote.close_hint')}</p>
      </div>
    </section>
  )
}

function Doubts({ view, quiet }: { view: Open; quiet?: boolean }) {
  // Before closing comes up, it is enough to see who is slow.
  if (quiet && !view.begun) return null
  const shown = quiet && view.few ? view.doubts.slice(1) : view.doubts
  return (
    <>
      {shown.map((doubt) => (
        <p key={doubt}>{doubt}</p>
      ))}
    </>
  )
}

function Closed({ view }: { view: Extract<VoteView, { state: 'closed' }> }) {
  return (
    <div class="tally">
      <section>
        <h2>{t('vote.closed_title')}</h2>
        <p>{t('vote.closed_body')}</p>
        <p class="tally-advice">
          <Icon name="info" /> {view.advice}
        </p>
      </section>
      <Ladder rows={view.ranking} label={t('vote.tally')} />
    </div>
  )
}
