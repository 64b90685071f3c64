import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Outcome } from '../../shared/session-link.ts'
import { t } from '../../text/later-stages.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { countGraphemes } from '../../ui/graphemes.ts'
import { TextArea } from '../../ui/text-area.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import { refusalText } from '../say.ts'
import { ProposalWords } from '../sharpen/proposal-words.tsx'
import { concernDraft, keepConcernDraft } from './concern-drafts.ts'
import './concerns.css'
import { type ConcernAnswer, type ConcernIdea, concernsView } from './concerns-view.ts'

const wordMax = 200

/** Of each idea of the top: fine, or a concern, with a word. */
export function ConcernsScreen(props: { room: Room; session: string; later: ComponentChildren }) {
  const { room, session, later } = props
  const ideas = concernsView(room)
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{t('concerns.title')}</h1>
        {ideas.length > 0 && <p class="quiet">{t('concerns.body')}</p>}
      </div>
      {ideas.length === 0 && <p>{t('concerns.none')}</p>}
      {ideas.map((idea) => (
        <IdeaConcern key={idea.candidate} session={session} idea={idea} />
      ))}
      {later}
      {ideas.length > 0 && (
        <p class="foot">
          <Icon name="eye" size="1.5rem" />
          <span>{t('concerns.named')}</span>
        </p>
      )}
    </>
  )
}

/** One idea: fine, or a concern. */
export function IdeaConcern({ session, idea }: { session: string; idea: ConcernIdea }) {
  const { candidate, mine, title } = idea
  const problem = useSignal<string | undefined>(undefined)
  const heard = (outcome: Outcome) => {
    problem.value = refusalText(outcome)
  }
  const press = (answer: ConcernAnswer) => {
    problem.value = undefined
    // A second press takes the answer back; the word of a concern stays in the field.
    if (mine === 'worried' && idea.text && concernDraft(session, candidate) === undefined)
      keepConcernDraft(session, candidate, idea.text)
    const word = answer === 'worried' ? (concernDraft(session, candidate) ?? '') : ''
    const fits = countGraphemes(word.trim()) <= wordMax
    void idea.answer(mine === answer ? 'none' : answer, fits ? word : '').then(heard)
  }
  return (
    <section class="concern">
      <div>
        <h2>
          <LetterChip letter={idea.letter} color={idea.color} /> <RoomWords>{title}</RoomWords>
        </h2>
        {idea.proposal && <ProposalWords proposal={idea.proposal} title={title} />}
      </div>
      <div class="concern-answers">
        <Button
          icon="check"
          class="concern-answer"
          aria-pressed={mine === 'fine'}
          aria-label={`${t('concerns.fine')}: ${title}`}
          onClick={() => press('fine')}
        >
          {t('concerns.fine')}
        </Button>
        <Button
          icon="hand"
          class="concern-answer concern-answer-worried"
          aria-pressed={mine === 'worried'}
          aria-label={`${t('concerns.worried')}: ${title}`}
          onClick={() => press('worried')}
        >
          {t('concerns.worried')}
        </Button>
      </div>
      {mine === 'worried' && <Word session={session} idea={idea} onOutcome={heard} />}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <p class="quiet even-figures">
        {idea.kept && `${t('sharpen.on_phone')} `}
        {idea.fine + idea.worried > 0 &&
          `${t('concerns.count_fine', { n: idea.fine })}, ${t('concerns.count_worried', { n: idea.worried })}.`}
      </p>
    </section>
  )
}

function Word(props: { session: string; idea: ConcernIdea; onOutcome: (outcome: Outcome) => void }) {
  const { session, idea, onOutcome } = props
  const { candidate } = idea
  const draft = concernDraft(session, candidate)
  const problem = useSignal<string | undefined>(undefined)
  const text = draft ?? idea.text
  const isSaved = text.trim() === idea.text
  const save = () => {
    if (isSaved) return
    const over = countGraphemes(text.trim()) - wordMax
    if (over > 0) {
      problem.value = t('field.over', { n: over })
      return
    }
    void idea.answer('worried', text).then((outcome) => {
      onOutcome(outcome)
      if (!outcome.ok) return
      announce(t('concerns.saved'))
      if (concernDraft(session, candidate) === text) keepConcernDraft(session, candidate, undefined)
    })
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextArea
        label={t('concerns.word')}
        hint={t('concerns.word_hint')}
        optional
        max={wordMax}
        rows={2}
        autocapitalize="sentences"
        error={problem.value}
        value={text}
        onInput={(value) => {
          problem.value = undefined
          keepConcernDraft(session, candidate, value.replace(/\s*\n\s*/g, ' '))
        }}
        onEnter={save}
      />
      {isSaved ? (
        idea.text !== '' && (
          <p class="quiet concern-saved">
            <Icon name="check" size="1.25rem" /> {t('concerns.saved')}
          </p>
        )
      ) : (
        <Button type="submit">{t('concerns.save')}</Button>
      )}
    </form>
  )
}
