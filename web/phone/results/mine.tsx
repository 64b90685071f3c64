import { useSignal } from '@preact/signals'
import type { Outcome } from '../../shared/session-link.ts'
import { t as phone } from '../../text/phone.ts'
import { t } from '../../text/results.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { countGraphemes } from '../../ui/graphemes.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import '../commit/commit.css'
import { commitView } from '../commit/commit-view.ts'
import { ContactForm } from '../commit/contact-form.tsx'
import { NameConsent } from '../commit/name-consent.tsx'
import { inside } from '../later.ts'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import { refusalText } from '../say.ts'
import {
  type OwnConcern,
  type OwnIdea,
  type OwnPart,
  ownConcerns,
  ownIdeas,
  ownParts,
  shownPhotos,
} from './results-view.ts'

/** What is of this person, each with a way to correct and to erase it; and photos, for who is in one. */
export function Mine({ room }: { room: Room }) {
  const ideas = ownIdeas(room)
  const parts = ownParts(room)
  const concerns = ownConcerns(room)
  const photos = shownPhotos(room)
  const contact = commitView(room)
  const { IdeaPhotos, SharedPhotos } = inside.value ?? {}
  const isEmpty = ideas.length === 0 && parts.length === 0 && concerns.length === 0 && !contact.contact
  return (
    <>
      <section class="results-own-list">
        <h2>{t('results.yours')}</h2>
        {isEmpty && <p class="quiet">{t('results.nothing')}</p>}
        {ideas.length > 0 && (
          <>
            <h3>{t('results.ideas')}</h3>
            <ul>
              {ideas.map((idea) => (
                <li key={idea.id}>
                  <Idea idea={idea} />
                  {/* Nothing is added any more. */}
                  {IdeaPhotos && (
                    <IdeaPhotos
                      idea={{ ...idea, key: `i${idea.id}`, state: 'received', edit: undefined }}
                    />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {parts.length > 0 && (
          <>
            <h3>{t('results.parts')}</h3>
            <ul>
              {parts.map((part) => (
                <li key={part.id}>
                  <Part part={part} />
                </li>
              ))}
            </ul>
          </>
        )}
        {concerns.length > 0 && (
          <>
            <h3>{t('results.concerns')}</h3>
            <ul>
              {concerns.map((concern) => (
                <li key={concern.candidate}>
                  <Concern concern={concern} />
                </li>
              ))}
            </ul>
          </>
        )}
        {contact.contact && <ContactForm view={contact} />}
        <NameConsent room={room} />
      </section>
      {SharedPhotos && photos.length > 0 && (
        <section>
          <h2>{t('results.photos')}</h2>
          <p>{t('results.photos_body')}</p>
          <div class="results-photos">
            {photos.map(({ idea, text }) => (
              <SharedPhotos key={idea} idea={idea} text={text} />
            ))}
          </div>
        </section>
      )}
    </>
  )
}

function Idea({ idea }: { idea: OwnIdea }) {
  const doing = useSignal<'correct' | 'erase' | undefined>(undefined)
  const close = () => {
    doing.value = undefined
  }
  return (
    <>
      <p>
        <RoomWords beside={idea.translation}>{idea.text}</RoomWords>
      </p>
      {idea.explanation && (
        <p class="quiet">
          <RoomWords>{idea.explanation}</RoomWords>
        </p>
      )}
      <p class="results-state">{stateText(idea)}</p>
      <div class="row">
        {idea.correct && (
          <Button
            icon="pencil"
            aria-label={t('results.correct_one', { what: idea.text })}
            onClick={() => {
              doing.value = 'correct'
            }}
          >
            {t('results.correct')}
          </Button>
        )}
        {idea.eraseTranslation && (
          <Button icon="globe" onClick={() => void told(idea.eraseTranslation?.(), t('results.erased'))}>
            {t('results.erase_beside')}
          </Button>
        )}
        {idea.erase && (
          <Button
            icon="trash"
            danger
            aria-label={t('results.erase_one', { what: idea.text })}
            onClick={() => {
              doing.value = 'erase'
            }}
          >
            {t('results.erase')}
          </Button>
        )}
      </div>
      {doing.value === 'correct' && <Correct idea={idea} onClose={close} />}
      {doing.value === 'erase' && <Erase idea={idea} onClose={close} />}
    </>
  )
}

function stateText({ going, status, group }: OwnIdea): string {
  if (going) return t('results.going')
  if (status === 'withdrawn') return t('results.taken_back')
  if (status === 'merged') return t('results.merged')
  if (status === 'later') return phone('state.later')
  if (group?.place) return t('results.in_top', { place: group.place, title: group.title })
  return group ? t('results.in_group', { title: group.title }) : ''
}

/** Says what became of it, also to who cannot see it. */
async function told(outcome: Promise<Outcome> | undefined, done: string): Promise<void> {
  if (!outcome) return
  showToast({ text: refusalText(await outcome) ?? done })
}

function Correct({ idea, onClose }: { idea: OwnIdea; onClose: () => void }) {
  const text = useSignal(idea.text)
  const explanation = useSignal(idea.explanation)
  const problem = useSignal<string | undefined>(undefined)
  const save = () => {
    const over = countGraphemes(text.value.trim()) - 140
    if (!text.value.trim()) problem.value = phone('idea.empty')
    else if (over > 0) problem.value = phone('idea.too_long', { n: over })
    else {
      onClose()
      void told(idea.correct?.(text.value, explanation.value), t('results.corrected'))
    }
  }
  return (
    <Dialog
      open
      title={phone('idea.edit_title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={save}>
          {t('word.save')}
        </Button>
      }
    >
      <div class="stack">
        <TextArea
          label={phone('idea.title')}
          error={problem.value}
          max={140}
          value={text.value}
          onInput={(value) => {
            text.value = value.replace(/\s*\n\s*/g, ' ')
            problem.value = undefined
          }}
          onEnter={save}
        />
        <TextArea
          label={phone('idea.explain')}
          optional
          max={1_000}
          value={explanation.value}
          onInput={(value) => {
            explanation.value = value
          }}
        />
        <p class="quiet">
          {t('results.correct_note')} {idea.givesTitle && t('results.title_stays')}
        </p>
      </div>
    </Dialog>
  )
}

function Erase({ idea, onClose }: { idea: OwnIdea; onClose: () => void }) {
  return (
    <Dialog
      open
      title={t('results.erase_title')}
      onClose={onClose}
      hideClose
      actions={
        <>
          <Button onClick={onClose}>{t('results.keep')}</Button>
          <Button
            kind="primary"
            danger
            icon="trash"
            onClick={() => {
              onClose()
              void told(idea.erase?.(), t('results.erased'))
            }}
          >
            {t('results.erase_yes')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>“{idea.text}”</p>
        <p>{t('results.erase_body')}</p>
        {idea.group && <p>{t(idea.givesTitle ? 'results.title_stays' : 'results.erase_group')}</p>}
        <p class="quiet">{t('results.downloaded')}</p>
      </div>
    </Dialog>
  )
}

function Part({ part }: { part: OwnPart }) {
  const noting = useSignal<string | undefined>(undefined)
  const what = part.note || part.title
  return (
    <>
      <p>
        <LetterChip letter={part.letter} color={part.color} /> <RoomWords>{part.title}</RoomWords>
      </p>
      <p class="results-state">
        {phone(`role.${part.role}`)}
        {part.note && (
          <>
            {': '}
            <RoomWords>{part.note}</RoomWords>
          </>
        )}
      </p>
      {part.going && <p class="results-state">{t('results.going')}</p>}
      <div class="row">
        {part.correct && part.note && (
          <Button
            icon="pencil"
            aria-label={t('results.correct_one', { what })}
            onClick={() => {
              noting.value = part.note
            }}
          >
            {t('results.correct')}
          </Button>
        )}
        {part.erase && (
          <Button
            icon="trash"
            danger
            aria-label={t('results.erase_one', { what })}
            onClick={() => void told(part.erase?.(), t('results.erased'))}
          >
            {t('results.erase')}
          </Button>
        )}
      </div>
      {noting.value !== undefined && (
        <Dialog
          open
          title={phone(`role.${part.role}`)}
          onClose={() => {
            noting.value = undefined
          }}
          actions={
            <Button
              kind="primary"
              onClick={() => {
                void told(part.correct?.(noting.value ?? ''), t('results.corrected'))
                noting.value = undefined
              }}
            >
              {t('word.save')}
            </Button>
          }
        >
          <TextArea
            label={phone('involve.arrange_label')}
            max={200}
            value={noting.value}
            onInput={(value) => {
              noting.value = value.replace(/\s*\n\s*/g, ' ')
            }}
          />
        </Dialog>
      )}
    </>
  )
}

function Concern({ concern }: { concern: OwnConcern }) {
  const { letter, color, title, text, going, erase } = concern
  return (
    <>
      <p>
        <LetterChip letter={letter} color={color} /> <RoomWords>{title}</RoomWords>
      </p>
      {text && (
        <p class="results-state">
          <RoomWords>{text}</RoomWords>
        </p>
      )}
      {going && <p class="results-state">{t('results.going')}</p>}
      {erase && (
        <div class="row">
          <Button
            icon="trash"
            danger
            aria-label={t('results.erase_one', { what: text || title })}
            onClick={() => void told(erase(), t('results.erased'))}
          >
            {t('results.erase')}
          </Button>
        </div>
      )}
    </>
  )
}
