import { useEffect, useState } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { randomHex } from '../shared/random-hex.ts'
import type { LinkQuestion, LinkReply } from '../shared/trajectory.ts'
import { t } from '../text/answer.ts'
import { language } from '../text/language.ts'
import { Button } from '../ui/button.tsx'
import { RadioChips } from '../ui/chips.tsx'
import { countGraphemes } from '../ui/graphemes.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TextArea } from '../ui/text-area.tsx'

const wordMax = 2000

type Door = { readonly trajectory: string; readonly secret: string }
type State = 'loading' | 'withdrawn' | 'unknown' | 'busy' | 'offline' | LinkQuestion

/** Somebody who was sent a link reads what is asked and answers. */
export function AnswerPage(door: Door) {
  const [state, setState] = useState<State>('loading')
  const look = async () => {
    const reply = await call('POST /api/links', { trajectory: door.trajectory, secret: door.secret })
    const now = reply.ok ? reply.body : stateOf(reply)
    // Somebody who is writing goes on when the question cannot be had anew for a moment.
    setState((was) => (typeof was !== 'string' && (now === 'busy' || now === 'offline') ? was : now))
    return reply.ok
  }
  useEffect(() => {
    void look()
  }, [])
  useEffect(() => {
    if (typeof state !== 'string') document.title = titleOf(state)
  })
  return (
    <div class="answer">
      <header class="answer__head">
        <LanguageSwitch />
      </header>
      <main class="answer__main">
        {state === 'loading' && <Spinner label={t('answer.loading')} />}
        {(state === 'withdrawn' || state === 'unknown') && (
          <>
            <h1>{t(`answer.${state}_title`)}</h1>
            <p>{t(`answer.${state}`)}</p>
          </>
        )}
        {(state === 'busy' || state === 'offline') && (
          <div role="alert">
            <h1>{t(state === 'busy' ? 'word.again' : 'net.offline_title')}</h1>
            <p>{t(state === 'busy' ? 'answer.busy' : 'net.offline_body')}</p>
            <Button kind="primary" onClick={() => void look()}>
              {t('word.again')}
            </Button>
          </div>
        )}
        {typeof state !== 'string' && (
          <Question door={door} question={state} onLook={look} onGone={(gone) => setState(gone)} />
        )}
      </main>
    </div>
  )
}

function stateOf(reply: { status: number }): Exclude<State, LinkQuestion> {
  if (reply.status === 410) return 'withdrawn'
  if (reply.status === 404 || reply.status === 422) return 'unknown'
  return reply.status === 429 ? 'busy' : 'offline'
}

function titleOf(question: LinkQuestion): string {
  return t(`answer.title_${question.what_for}`, { place: question.place })
}

function Question(props: {
  door: Door
  question: LinkQuestion
  /** Whether the question could be had anew. */
  onLook: () => Promise<boolean>
  onGone: (gone: 'withdrawn' | 'unknown') => void
}) {
  const { question } = props
  const hasAnswered = question.answer === 'accepted' || question.answer === 'declined'
  return (
    <>
      <p class="answer__hello">{t('answer.hello', { name: question.name })}</p>
      <h1>{titleOf(question)}</h1>
      <p>
        {question.asked_by
          ? t('answer.asked_by', { name: question.asked_by, date: dayText(question.asked_on) })
          : t('answer.asked', { date: dayText(question.asked_on) })}
      </p>
      <p>{t(`answer.body_${question.what_for}`)}</p>
      <dl class="answer__terms">
        {termsOf(question).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {hasAnswered && (
        <div class="answer__said">
          <p>
            <strong>
              {t(`answer.said_${question.answer as 'accepted'}`, { date: dayText(question.answered_on) })}
            </strong>{' '}
            {t('answer.change')}
          </p>
          {question.changed_since && <p role="alert">{t('answer.changed_since')}</p>}
        </div>
      )}
      <AnswerForm {...props} />
      <p class="answer__kept">{t('answer.kept_until')}</p>
    </>
  )
}

function dayText(date: string): string {
  const region = language.value === 'en' ? 'en-GB' : language.value
  return new Date(`${date}T12:00:00`).toLocaleDateString(region, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

function termsOf(question: LinkQuestion): [string, string][] {
  const day = (date: string) => (date ? dayText(date) : '')
  const isAgreement = question.what_for !== 'working_group'
  const lines: [string, string, boolean][] = [
    [t('answer.goal'), question.goal, false],
    [t('answer.spot'), question.spot, false],
    [t('answer.plan_ends_on'), isAgreement ? '' : day(question.plan_ends_on), false],
    [t('answer.owner_of_ground'), question.owner_of_ground, isAgreement],
    [t('answer.maintainer'), question.maintainer, isAgreement],
    [t('answer.frequency'), question.frequency, isAgreement],
    [t('answer.ends_on'), day(question.ends_on), isAgreement],
    [t('answer.ownership_note'), question.ownership_note, false],
    [t('answer.upkeep_note'), question.upkeep_note, false],
  ]
  return lines.flatMap(([label, text, needed]): [string, string][] =>
    text || needed ? [[label, text || t('answer.not_known')]] : [],
  )
}

function AnswerForm({ door, question, onLook, onGone }: Parameters<typeof Question>[0]) {
  const [answer, setAnswer] = useState<LinkReply['answer'] | undefined>(
    question.answer === 'accepted' || question.answer === 'declined' ? question.answer : undefined,
  )
  const [word, setWord] = useState(question.reply_note)
  const [fault, setFault] = useState<string>()
  const [kept, setKept] = useState<string>()
  const [busy, setBusy] = useState(false)
  // A repeat of the same answer, of which nobody knows whether it arrived, is the same command.
  const [sent, setSent] = useState<LinkReply>()
  const send = async () => {
    setKept(undefined)
    if (!answer) return setFault(t('answer.needed'))
    if (countGraphemes(word.trim()) > wordMax) return setFault(t('answer.too_long', { max: wordMax }))
    const isSame = sent?.answer === answer && sent.reply_note === word.trim() && sent.seen === question.terms
    const reply: LinkReply = isSame
      ? sent
      : {
          key: randomHex(16),
          trajectory: door.trajectory,
          secret: door.secret,
          answer,
          reply_note: word.trim(),
          seen: question.terms,
        }
    setSent(reply)
    setFault(undefined)
    setBusy(true)
    const done = await call('POST /api/links/answer', reply)
    setBusy(false)
    // The same answer once more is already there.
    if (done.ok || done.error === 'already') {
      setSent(undefined)
      setKept(t(`answer.kept_${answer}`))
      await onLook()
      return
    }
    if (done.error === 'changed_meanwhile') {
      setSent(undefined)
      return setFault(t((await onLook()) ? 'answer.changed_meanwhile' : 'answer.not_kept'))
    }
    if (done.status === 410) return onGone('withdrawn')
    if (done.status === 404) return onGone('unknown')
    if (done.status === 429) return setFault(t('answer.busy'))
    if (done.error === 'bad_text') return setFault(t('answer.bad_text'))
    setFault(done.error === 'too_long' ? t('answer.too_long', { max: wordMax }) : t('answer.not_kept'))
  }
  return (
    <form
      class="answer__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <RadioChips
        legend={t('answer.question')}
        options={[
          { value: 'accepted', label: t('answer.yes') },
          { value: 'declined', label: t('answer.no') },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      <TextArea label={t('answer.word')} optional value={word} max={wordMax} onInput={setWord} name="word" />
      <p class="form-error" role="alert">
        {fault}
      </p>
      <Button type="submit" kind="primary" busy={busy}>
        {t('answer.send')}
      </Button>
      <p class="answer__thanks" role="status">
        {kept}
      </p>
    </form>
  )
}
