import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { t } from '../../text/phone.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { PlantLabel } from '../../ui/draw/plant-label.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import { refusalText } from '../say.ts'
import './commit.css'
import { type CommitIdea, commitView, type MyRole, rolesToChoose } from './commit-view.ts'
import { ContactForm } from './contact-form.tsx'
import { drafts, keepNote } from './drafts.ts'
import { NameConsent } from './name-consent.tsx'

export function CommitScreen({ room, session, later }: { room: Room; session: string; later: ComponentChildren }) {
  const view = commitView(room)
  const picked = useSignal<number | undefined>(undefined)
  const problem = useSignal<string | undefined>(undefined)
  const idea = view.ideas.find(({ candidate }) => candidate === picked.value) ?? view.ideas[0]
  return (
    <>
      <h1 tabIndex={-1}>{t('involve.title')}</h1>
      {!idea && <p>{t('involve.none')}</p>}
      {idea && (
        <>
          <Tabs
            ideas={view.ideas}
            picked={idea.candidate}
            onPick={(candidate) => {
              picked.value = candidate
            }}
          />
          <IdeaRoles
            key={idea.candidate}
            session={session}
            idea={idea}
            onProblem={(found) => {
              problem.value = found
            }}
          />
          {problem.value && (
            <p class="problem" role="alert">
              {problem.value}
            </p>
          )}
          <ContactForm view={view} />
          <NameConsent room={room} />
        </>
      )}
      {later}
    </>
  )
}

function Tabs(props: { ideas: readonly CommitIdea[]; picked: number; onPick: (candidate: number) => void }) {
  return (
    <fieldset class="commit-tabs">
      <legend class="visually-hidden">{t('involve.which')}</legend>
      {props.ideas.map(({ candidate, letter, color, title, mine }) => {
        const chosen = candidate === props.picked
        return (
          <label key={candidate} class={chosen ? 'commit-tab commit-tab-chosen' : 'commit-tab'}>
            <input
              type="radio"
              name="commit-idea"
              class="visually-hidden"
              checked={chosen}
              onChange={() => props.onPick(candidate)}
              aria-label={`${letter}. ${title}${mine.length > 0 ? `, ${t('involve.yours')}` : ''}`}
            />
            <PlantLabel letter={letter} color={color} icon={chosen} size={chosen ? '4.5rem' : '3.25rem'} />
            {mine.length > 0 && (
              <span class="commit-tab-mine">
                <Icon name="check" size="1rem" />
              </span>
            )}
          </label>
        )
      })}
    </fieldset>
  )
}

function IdeaRoles({
  session,
  idea,
  onProblem,
}: {
  session: string
  idea: CommitIdea
  onProblem: (problem: string | undefined) => void
}) {
  const draftOf = (role: string) => `${session}.${idea.candidate}.${role}`
  const typed = (['arrange', 'missing'] as const).find((role) => drafts.peek().notes[draftOf(role)])
  const noting = useSignal<'arrange' | 'missing' | undefined>(typed)
  const mineOf = (role: MyRole['role']) => idea.mine.filter((mine) => mine.role === role)

  const add = (role: MyRole['role'], note = '') => {
    onProblem(undefined)
    void idea.commit(role, note).then((outcome) => onProblem(refusalText(outcome)))
  }
  const remove = (mine: MyRole) => {
    onProblem(undefined)
    void mine.withdraw?.().then((outcome) => onProblem(refusalText(outcome)))
  }
  const toggle = (role: (typeof rolesToChoose)[number]) => {
    const taken = mineOf(role)
    if (taken.length > 0) for (const mine of taken) remove(mine)
    else if (role === 'arrange') noting.value = noting.value === 'arrange' ? undefined : 'arrange'
    else add(role)
  }
  const save = (role: 'arrange' | 'missing', note: string) => {
    if (note.trim()) add(role, note)
    noting.value = undefined
  }

  return (
    <section class="commit-idea">
      <div>
        <h2>
          <RoomWords>{idea.title}</RoomWords>
        </h2>
        <p class={idea.hasLead ? 'commit-lead' : 'commit-lead commit-lead-wanted'}>
          <Icon name={idea.hasLead ? 'check' : 'hand'} size="1.5rem" />
          <span>
            {idea.hasLead ? t('involve.has_lead') : t('involve.lead_wanted')}
            {idea.people > 0 && ` ${t('involve.people', { n: idea.people })}.`}
          </span>
        </p>
      </div>
      <fieldset>
        <legend class="visually-hidden">{t('involve.roles')}</legend>
        <div class="commit-roles">
          {rolesToChoose.map((role) => {
            const chosen = mineOf(role).length > 0
            return (
              <Button
                key={role}
                class="commit-role"
                aria-pressed={chosen}
                icon={chosen ? 'check' : 'plus'}
                onClick={() => toggle(role)}
              >
                {t(`role.${role}`)}
              </Button>
            )
          })}
        </div>
      </fieldset>
      {mineOf('arrange').map((mine) => (
        <Note key={mine.note} mine={mine} onRemove={() => remove(mine)} />
      ))}
      {noting.value === 'arrange' && (
        <NoteForm
          draft={draftOf('arrange')}
          label={t('involve.arrange_label')}
          hint={t('involve.arrange_hint')}
          onSave={(note) => save('arrange', note)}
        />
      )}
      {mineOf('missing').map((mine) => (
        <Note key={mine.note} mine={mine} onRemove={() => remove(mine)} />
      ))}
      {noting.value === 'missing' ? (
        <NoteForm
          draft={draftOf('missing')}
          label={t('involve.missing_label')}
          hint={t('involve.missing_hint')}
          note={mineOf('missing')[0]?.note ?? ''}
          onSave={(note) => save('missing', note)}
        />
      ) : (
        <Button
          kind="quiet"
          icon="plus"
          class="commit-missing"
          onClick={() => {
            noting.value = 'missing'
          }}
        >
          {t('role.missing')}
        </Button>
      )}
    </section>
  )
}

function Note({ mine, onRemove }: { mine: MyRole; onRemove: () => void }) {
  if (!mine.note) return null
  return (
    <p class="commit-note">
      <span>
        <b>{t(`role.${mine.role}`)}</b> {mine.note}
      </span>
      {mine.withdraw && (
        <Button
          kind="quiet"
          icon="trash"
          aria-label={t('involve.remove', { what: mine.note })}
          onClick={onRemove}
        >
          {t('idea.delete')}
        </Button>
      )}
    </p>
  )
}

function NoteForm(props: {
  /** Under which it is kept until it is saved. */
  draft: string
  label: string
  hint: string
  note?: string
  onSave: (note: string) => void
}) {
  const { draft, label, hint, onSave } = props
  const note = drafts.value.notes[draft] ?? props.note ?? ''
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        keepNote(draft, undefined)
        onSave(note)
      }}
    >
      <TextField label={label} hint={hint} max={200} value={note} onInput={(typed) => keepNote(draft, typed)} />
      <Button type="submit">{t('involve.note_save')}</Button>
    </form>
  )
}
