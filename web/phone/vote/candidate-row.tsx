import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { t } from '../../text/phone.ts'
import { GroundLine } from '../../ui/draw/ground-line.tsx'
import { PlantLabel } from '../../ui/draw/plant-label.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import { ReadAloud, readingClass } from '../../ui/read-aloud.tsx'
import type { Group } from '../groups.ts'
import { SharedPhotos } from '../photos/idea-photos.tsx'
import { passageOf, RoomLanguage, RoomWords } from '../room-words.tsx'
import './vote.css'

/** A group on its stake, with its ideas to unfold, and what can be done with it in the children. */
export function CandidateRow(props: {
  group: Group
  chosen: boolean
  class?: string
  /** What is told under the title. */
  told?: ComponentChildren
  children: ComponentChildren
}) {
  const { group, chosen, class: name = '', told, children } = props
  return (
    <li class={`vote-row${chosen ? ' vote-row-chosen' : ''} ${name}${readingClass(group.id)}`}>
      <div class="vote-label">
        <PlantLabel letter={group.letter} color={group.color} size="4rem" />
      </div>
      <div class="vote-words">
        <p class="vote-title">
          <span class="visually-hidden">{group.letter}. </span>
          <RoomWords beside={group.translation}>{group.title}</RoomWords>
        </p>
        {group.own && (
          <p class="vote-own">
            <Seed size="1.25rem" /> {t('vote.own')}
          </p>
        )}
        {told}
        <GroupIdeas group={group} />
      </div>
      {children}
      <GroundLine />
    </li>
  )
}

/** The ideas of a group, to unfold. */
export function GroupIdeas({ group }: { group: Group }) {
  const language = useContext(RoomLanguage) ?? 'nl'
  if (group.ideas.length === 0) return null
  return (
    <details class="fold">
      <summary>{t('vote.ideas', { n: group.ideas.length })}</summary>
      <ul class="vote-inside">
        {group.ideas.map(({ id, text, explanation, translation }) => (
          <li key={id} class={readingClass(`idea-${id}`).trim()}>
            <RoomWords beside={translation}>{text}</RoomWords>
            {explanation && (
              <p class="quiet">
                <RoomWords>{explanation}</RoomWords>
              </p>
            )}
            <SharedPhotos idea={id} text={text} />
          </li>
        ))}
      </ul>
      <ReadAloud
        language={language}
        passages={group.ideas.map(({ id, text, explanation, translation }) =>
          passageOf(`idea-${id}`, text, explanation, translation),
        )}
      />
    </details>
  )
}

export function ChooseButton(props: {
  title: string
  chosen: boolean
  sign: ComponentChildren
  disabled: boolean
  onPress: () => void
}) {
  const { title, chosen, sign, disabled, onPress } = props
  const word = t(chosen ? 'vote.chosen' : 'vote.choose')
  return (
    <button
      type="button"
      class={chosen ? 'vote-button vote-button-chosen' : 'vote-button'}
      aria-label={`${word}: ${title}`}
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onPress}
    >
      {sign}
      {word}
    </button>
  )
}
