import { useSignal } from '@preact/signals'
import { t } from '../../text/phone.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Delivery } from '../../ui/draw/delivery.tsx'
import { GroundLine } from '../../ui/draw/ground-line.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { countGraphemes } from '../../ui/graphemes.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { inside, loadSecondLanguage, secondLanguage } from '../later.ts'
import { RoomWords } from '../room-words.tsx'
import { refusalText } from '../say.ts'
import { draft, refusedDrafts } from './drafts.ts'
import type { IdeaState, IdeasView, MyIdea } from './ideas-view.ts'

const deliveries: Partial<Record<IdeaState, 'phone' | 'sent' | 'received'>> = {
  kept: 'phone',
  sent: 'sent',
  received: 'received',
  later: 'received',
  waiting: 'received',
  merged: 'received',
}

/** What this person wrote, with how far each has come, and a way to change it. */
export function MyIdeas({ view, heading = 'h2' }: { view: IdeasView; heading?: 'h2' | 'h3' }) {
  const editing = useSignal<string | undefined>(undefined)
  const problem = useSignal<string | undefined>(undefined)
  const Heading = heading
  const { IdeaPhotos, LostPhotos } = inside.value ?? {}
  const edited = view.mine.find(({ key }) => key === editing.value)
  const translating = useSignal<string | undefined>(undefined)
  const translated = view.mine.find(({ key }) => key === translating.value)
  const SecondLanguage = secondLanguage.value?.SecondLanguage
  const count = view.mine.filter(({ state }) => state !== 'withdrawn').length
  if (view.mine.length === 0 && view.returned.length === 0 && refusedDrafts.value.length === 0) return null
  return (
    <section class="mine-ideas">
      <Heading>
        {t('idea.mine')} <span class="count">{count}</span>
      </Heading>
      {view.kept > 0 && <p class="quiet">{t('idea.safe', { n: view.kept })}</p>}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <Returned view={view} />
      {LostPhotos && <LostPhotos />}
      <ul>
        {view.mine.map((idea) => (
          <li class={`mine-idea mine-idea-${idea.state}`} key={idea.key}>
            <StateDrawing state={idea.state} />
            <div class="mine-idea-words">
              <p>
                <RoomWords beside={idea.translation}>{idea.text}</RoomWords>
              </p>
              <p class="mine-idea-state">{t(`state.${idea.state}`)}</p>
            </div>
            {idea.edit && (
              <IconButton
                icon="pencil"
                label={`${t('idea.edit')}: ${idea.text}`}
                onClick={() => {
                  problem.value = undefined
                  editing.value = idea.key
                }}
              />
            )}
            {idea.restore && (
              <Button
                icon="undo"
                onClick={() =>
                  void idea.restore?.().then((outcome) => {
                    problem.value = refusalText(outcome)
                  })
                }
              >
                {t('idea.restore')}
              </Button>
            )}
            {IdeaPhotos && <IdeaPhotos idea={idea} />}
            <GroundLine />
          </li>
        ))}
      </ul>
      {edited?.edit && (
        <EditIdea
          idea={edited}
          onClose={() => {
            editing.value = undefined
          }}
          onTranslate={() => {
            loadSecondLanguage()
            translating.value = editing.value
            editing.value = undefined
          }}
          onProblem={(found) => {
            problem.value = found
          }}
        />
      )}
      {translated && SecondLanguage && (
        <SecondLanguage
          idea={translated}
          home={view.language}
          onClose={() => {
            translating.value = undefined
          }}
        />
      )}
    </section>
  )
}

function StateDrawing({ state }: { state: IdeaState }) {
  const delivery = deliveries[state]
  if (delivery) return <Delivery state={delivery} size="3.25rem" />
  return (
    <span class="mine-idea-off">
      <Icon name={state === 'hidden' ? 'eye-off' : 'trash'} size="1.75rem" />
    </span>
  )
}

/** Texts that the server did not take, with the reason, to be used again. */
function Returned({ view }: { view: IdeasView }) {
  const here = refusedDrafts.value
  const items = [
    ...here.map((text) => ({
      ...text,
      key: text.text,
      take: () => {
        refusedDrafts.value = refusedDrafts.value.filter((other) => other !== text)
      },
    })),
    ...view.returned.map((text) => ({
      ...text,
      reason: refusalText({ ok: false, refusal: text.refusal as 'quota' }) ?? '',
    })),
  ]
  if (items.length === 0) return null
  return (
    <ul>
      {items.map(({ key, text, explanation, reason, take }) => (
        <li class="mine-idea" key={key}>
          <span class="mine-idea-off">
            <Icon name="warning" size="1.75rem" />
          </span>
          <div class="mine-idea-words">
            <p>{text}</p>
            <p class="problem">
              {t('idea.returned')}. {reason}
            </p>
            <div class="row">
              <Button
                icon="undo"
                onClick={() => {
                  draft.value = { text, explanation }
                  take()
                }}
              >
                {t('idea.put_back')}
              </Button>
              <IconButton icon="trash" label={`${t('idea.delete')}: ${text}`} onClick={take} />
            </div>
          </div>
          <GroundLine />
        </li>
      ))}
    </ul>
  )
}

function EditIdea(props: {
  idea: MyIdea
  onClose: () => void
  onTranslate: () => void
  onProblem: (problem: string | undefined) => void
}) {
  const { idea, onClose, onTranslate, onProblem } = props
  const text = useSignal(idea.text)
  const explanation = useSignal(idea.explanation)
  const problem = useSignal<string | undefined>(undefined)
  const save = () => {
    if (!text.value.trim()) {
      problem.value = t('idea.empty')
      return
    }
    const over = countGraphemes(text.value.trim()) - 140
    if (over > 0) {
      problem.value = t('idea.too_long', { n: over })
      return
    }
    onClose()
    void idea
      .edit?.({ text: text.value, explanation: explanation.value })
      .then((outcome) => onProblem(refusalText(outcome)))
  }
  return (
    <Dialog
      open
      title={t('idea.edit_title')}
      onClose={onClose}
      actions={
        <>
          {idea.withdraw && (
            <Button
              danger
              icon="trash"
              onClick={() => {
                onClose()
                void idea.withdraw?.().then((outcome) => onProblem(refusalText(outcome)))
              }}
            >
              {t('idea.delete')}
            </Button>
          )}
          <Button kind="primary" onClick={save}>
            {t('word.save')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <TextArea
          label={t('idea.title')}
          error={problem.value}
          max={140}
          value={text.value}
          onInput={(value) => {
            text.value = value.replace(/\s*\n\s*/g, ' ')
          }}
          onEnter={save}
        />
        <TextArea
          label={t('idea.explain')}
          optional
          max={1_000}
          value={explanation.value}
          onInput={(value) => {
            explanation.value = value
          }}
        />
        {idea.translate && (
          <Button kind="quiet" icon="globe" onClick={onTranslate}>
            {t('idea.other_language')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
