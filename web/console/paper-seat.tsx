import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import { PaperAfterwards } from './paper-afterwards.tsx'
import { PaperNaming } from './paper-naming.tsx'
import type { PaperCandidate, PaperConcern, PaperIdea, PaperSeat } from './paper-view.ts'
import type { Place } from './explore-view.ts'
import { PlaceSheet } from './place-sheet.tsx'
import { scoreColours } from '../shared/scores.ts'
import './assess.css'
import './paper.css'

/** Makes a seat for somebody without a phone. */
export function AddPaperSeat({ made }: { made: (person: number) => void }) {
  const { send } = useConsole()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const add = async () => {
    if (busy) return
    setBusy(true)
    const outcome = await send('add_paper_seat', { name: name.trim() })
    setBusy(false)
    if (!outcome.ok) return
    setName('')
    if (outcome.id) made(outcome.id)
  }
  return (
    <form
      class="paper-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField label={t('paper.who')} optional max={40} value={name} onInput={setName} />
      <Button type="submit" icon="plus" busy={busy}>
        {t('paper.add')}
      </Button>
    </form>
  )
}

/** What one person without a phone says: ideas with their place on the plan, and votes while people vote. */
export function PaperSeatForm({ seat }: { seat: PaperSeat }) {
  const [placing, setPlacing] = useState<PaperIdea>()
  if (seat.ended) return <PaperAfterwards seat={seat} />
  return (
    <div class="paper-seat">
      <p class="paper-told">
        <Icon name="eye" /> {t('paper.told', { name: seat.name })}
      </p>
      {seat.vote && (
        <section class="paper-votes" aria-label={t('paper.votes')}>
          <h3>{t('paper.votes')}</h3>
          <p class="even-figures" role="status">
            {seat.vote.line}
          </p>
          <ul>
            {seat.vote.candidates.map((candidate) => (
              <Candidate key={candidate.id} candidate={candidate} />
            ))}
          </ul>
        </section>
      )}
      {seat.scores && <Scores scores={seat.scores} />}
      {seat.concerns?.map((concern) => (
        <Concern key={`${seat.id} ${concern.candidate}`} concern={concern} />
      ))}
      {seat.write && <WriteIdea key={seat.id} write={seat.write} withPlan={seat.withPlan} />}
      {seat.ideas.length > 0 && (
        <ul class="paper-ideas">
          {seat.ideas.map((idea) => (
            <li key={idea.id} class={idea.withdrawn ? 'paper-withdrawn' : ''}>
              <span>
                {idea.text}
                {idea.later && <small> {t('paper.later')}</small>}
              </span>
              {idea.pin && (
                <IconButton
                  icon="pin"
                  label={t(idea.place ? 'place.move_of' : 'place.set_of', { text: idea.text })}
                  onClick={() => setPlacing(idea)}
                />
              )}
              {idea.withdraw && (
                <IconButton
                  icon="trash"
                  label={t('paper.withdraw', { text: idea.text })}
                  onClick={idea.withdraw}
                />
              )}
              {idea.restore && (
                <IconButton icon="undo" label={t('paper.restore', { text: idea.text })} onClick={idea.restore} />
              )}
            </li>
          ))}
        </ul>
      )}
      <PaperNaming seat={seat} />
      {placing && (
        <PlaceSheet
          text={placing.text}
          place={placing.place}
          onClose={() => setPlacing(undefined)}
          set={(place) => placing.pin?.(place)}
        />
      )}
    </div>
  )
}

function Scores({ scores }: { scores: NonNullable<PaperSeat['scores']> }) {
  return (
    <section class="paper-scores" aria-label={t('assess.paper')}>
      <h3>{t('assess.paper')}</h3>
      <ul>
        {scores.map(({ label, best, colours, mine, give }) => (
          <li key={label}>
            <span>{label}</span>
            {Array.from({ length: best }, (_, index) => {
              const colour = colours ? scoreColours[index] : undefined
              const word = colour ? t(`assess.word_${colour}`) : String(index + 1)
              return (
                <button
                  key={index}
                  type="button"
                  class="paper-score"
                  aria-pressed={mine === index + 1}
                  aria-label={`${label}: ${word}`}
                  onClick={() => give(index + 1)}
                >
                  {word}
                </button>
              )
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What somebody without a phone thinks of a proposal. A concern is sent with its words. */
function Concern({ concern }: { concern: PaperConcern }) {
  const { title, answer, say } = concern
  const [text, setText] = useState(concern.text)
  const [busy, setBusy] = useState(false)
  useEffect(() => setText(concern.text), [concern.text])
  const send = async (now: PaperConcern['answer'], words: string) => {
    if (busy) return
    setBusy(true)
    const outcome = await say(now, words.trim())
    setBusy(false)
    if (outcome.ok) announce(t('paper.sent'))
  }
  return (
    <section class="paper-concern" aria-label={title}>
      <h3>{title}</h3>
      <div class="paper-concern-answers">
        <Button
          icon={answer === 'fine' ? 'check' : undefined}
          aria-pressed={answer === 'fine'}
          busy={busy}
          onClick={() => void send(answer === 'fine' ? 'none' : 'fine', '')}
        >
          {t('paper.fine')}
        </Button>
        <Button
          icon={answer === 'worried' ? 'check' : undefined}
          aria-pressed={answer === 'worried'}
          busy={busy}
          onClick={() => void send(answer === 'worried' ? 'none' : 'worried', text)}
        >
          {t('paper.worried')}
        </Button>
      </div>
      {answer === 'worried' && (
        <form
          class="paper-write"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send('worried', text)
          }}
        >
          <TextField label={t('paper.which_concern')} optional max={200} value={text} onInput={setText} />
          <Button type="submit" busy={busy} disabled={text.trim() === concern.text}>
            {t('paper.keep_concern')}
          </Button>
        </form>
      )}
    </section>
  )
}

function Candidate({ candidate }: { candidate: PaperCandidate }) {
  const { letter, color, title, mine, cast, retract } = candidate
  return (
    <li class={mine > 0 ? 'paper-chosen' : ''}>
      <PlantLabel letter={letter} color={color} size="2.75rem" icon={false} />
      <span class="paper-title">
        {title}
        {mine > 0 && <b class="even-figures"> {t('paper.mine', { n: mine })}</b>}
      </span>
      {retract && (
        <IconButton icon="minus" label={t('paper.retract', { letter, title })} onClick={retract} />
      )}
      {cast && <IconButton icon="plus" label={t('paper.cast', { letter, title })} onClick={cast} />}
    </li>
  )
}

function WriteIdea({ write, withPlan }: { write: NonNullable<PaperSeat['write']>; withPlan: boolean }) {
  const [text, setText] = useState('')
  const [place, setPlace] = useState<Place>()
  const [placing, setPlacing] = useState(false)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    const said = text.trim()
    if (busy || !said) return
    setBusy(true)
    const outcome = await write(said, place)
    setBusy(false)
    if (!outcome.ok) return
    setText('')
    setPlace(undefined)
    announce(t('paper.sent'))
  }
  return (
    <form
      class="paper-write"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea
        label={t('paper.idea')}
        max={140}
        rows={2}
        value={text}
        onInput={setText}
        onEnter={() => void send()}
      />
      {withPlan && (
        <Button icon="pin" onClick={() => setPlacing(true)}>
          {t(place ? 'place.move' : 'place.set')}
        </Button>
      )}
      <Button type="submit" kind="primary" busy={busy} disabled={!text.trim()}>
        {t('paper.send')}
      </Button>
      {placing && (
        <PlaceSheet
          text={text}
          place={place}
          onClose={() => setPlacing(false)}
          set={(now) => setPlace(now ?? undefined)}
        />
      )}
    </form>
  )
}
