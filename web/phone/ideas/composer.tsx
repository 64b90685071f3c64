import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { t } from '../../text/phone.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import { countGraphemes } from '../../ui/graphemes.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { refusalText } from '../say.ts'
import { draft, emptyDraft, refusedDrafts } from './drafts.ts'
import { inside } from '../later.ts'
import type { IdeasView } from './ideas-view.ts'

const ideaMax = 140
const explanationMax = 1_000
// The second tap of two is no attempt to send an empty field.
const doubleTapMs = 600

export interface ComposerProps {
  view: IdeasView
  label: string
  placeholder?: string
}

/** Writes one idea and sends it. The text leaves the field only when it is safe on this phone. */
export function Composer({ view, label, placeholder }: ComposerProps) {
  const { text, explanation, photo, place } = draft.value
  const PhotoField = inside.value?.PhotoField
  const explaining = useSignal(explanation !== '')
  const problem = useSignal<string | undefined>(undefined)
  const keeping = useSignal(false)
  const flight = useSignal({ number: 0, text: '' })
  const lastSent = useRef(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const explanationId = useId()

  const say = (found: string) => {
    problem.value = found
    field.current?.focus()
  }

  const submit = () => {
    if (keeping.value) return
    if (!text.trim()) {
      if (Date.now() - lastSent.current > doubleTapMs) say(inside.value?.oneWord() || t('idea.empty'))
      return
    }
    const over = countGraphemes(text.trim()) - ideaMax
    if (over > 0) return say(t('idea.too_long', { n: over }))
    const explanationOver = countGraphemes(explanation.trim()) - explanationMax
    if (explanationOver > 0) return say(t('idea.too_long', { n: explanationOver }))

    problem.value = undefined
    keeping.value = true
    const sent = { text, explanation, ...(photo ? { photo } : {}), ...(place ? { place } : {}) }
    const offline = view.offline
    void view
      .submit(sent, () => {
        lastSent.current = Date.now()
        keeping.value = false
        draft.value = emptyDraft
        explaining.value = false
        flight.value = { number: flight.value.number + 1, text: sent.text }
        announce(offline ? t('idea.kept') : t('idea.sent'))
      })
      .then((outcome) => {
        keeping.value = false
        const reason = refusalText(outcome)
        if (reason && draft.value.text !== text)
          refusedDrafts.value = [{ ...sent, reason }, ...refusedDrafts.value]
      })
  }

  return (
    <form
      class="composer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextArea
        label={label}
        placeholder={placeholder ?? ''}
        error={problem.value}
        max={ideaMax}
        rows={2}
        value={text}
        onInput={(value) => {
          problem.value = undefined
          // One line: what was pasted with line breaks becomes one.
          draft.value = { ...draft.value, text: value.replace(/\s*\n\s*/g, ' ') }
        }}
        onEnter={submit}
        inputRef={field}
        enterkeyhint="send"
        autocapitalize="sentences"
      />
      <Button
        aria-expanded={explaining.value}
        aria-controls={explanationId}
        icon="lines"
        onClick={() => {
          explaining.value = !explaining.value
        }}
        class="composer-tool"
      >
        {t('idea.explain')}
      </Button>
      <div id={explanationId} hidden={!explaining.value}>
        {explaining.value && (
          <TextArea
            label={t('idea.explain')}
            optional
            max={explanationMax}
            rows={3}
            value={explanation}
            onInput={(value) => {
              draft.value = { ...draft.value, explanation: value }
            }}
          />
        )}
      </div>
      {PhotoField ? <PhotoField /> : <div class="composer-photo-to-come" />}
      <Button kind="primary" type="submit" wide busy={keeping.value}>
        <span class="composer-send">
          <Seed size="1.7rem" />
          {view.offline ? t('idea.send_later') : t('idea.send')}
        </span>
      </Button>
      {flight.value.number > 0 && (
        <span class="composer-flight" key={flight.value.number} aria-hidden="true">
          <span class="composer-fold">{flight.value.text}</span>
          <span class="composer-seed">
            <Seed size="3rem" />
          </span>
        </span>
      )}
      {!view.survivesReload && (
        <p class="quiet">
          <Icon name="warning" /> {t('idea.unsafe')}
        </p>
      )}
    </form>
  )
}
