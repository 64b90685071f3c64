import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../../text/phone.ts'
import { announce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { GroundLine } from '../../ui/draw/ground-line.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import { SharedPhotos } from '../photos/idea-photos.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import { refusalText } from '../say.ts'
import './group.css'
import { type GroupColumn, type GroupedIdea, groupView, type IdeaMove } from './group-view.ts'

interface InHand {
  readonly id: number
  readonly text: string
  readonly from: number
  readonly move: IdeaMove
}

/** The groups as they grow; who may help takes an idea in the hand and chooses where it goes. */
export function GroupScreen({ room, later }: { room: Room; later: ComponentChildren }) {
  const view = groupView(room)
  const inHand = useSignal<InHand | undefined>(undefined)
  const problem = useSignal<string | undefined>(undefined)

  const take = (idea: GroupedIdea, from: number) => {
    if (!idea.move) return
    const taken: InHand = { id: idea.id, text: idea.text, from, move: idea.move }
    problem.value = undefined
    inHand.value = taken
    void taken.move.hold().then((outcome) => {
      if (outcome.ok || inHand.value !== taken) return
      inHand.value = undefined
      problem.value = refusalText(outcome)
    })
  }

  const letGo = () => {
    void inHand.value?.move.release()
    inHand.value = undefined
  }

  const put = (to: number, name: string) => {
    const { move } = inHand.value ?? {}
    inHand.value = undefined
    void move?.to(to).then((outcome) => {
      problem.value = refusalText(outcome)
      if (outcome.ok) announce(t('group.moved', { group: name }))
    })
  }

  const list = (ideas: readonly GroupedIdea[], from: number) => (
    <ul>
      {ideas.map((idea) => (
        <IdeaRow key={idea.id} idea={idea} onTake={() => take(idea, from)} />
      ))}
    </ul>
  )

  return (
    <>
      <div>
        <h1 tabIndex={-1}>{t('group.title')}</h1>
        <p class="quiet">
          {view.mayHelp ? (view.offline ? t('group.offline') : t('group.help')) : t('group.watch')}
        </p>
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {view.groups.length === 0 && view.inbox.length === 0 && <p class="quiet">{t('group.none')}</p>}
      {view.groups.map((group) => (
        <section class="group" key={group.id}>
          <h2>
            <LetterChip letter={group.letter} color={group.color} />{' '}
            {group.name ? <RoomWords>{group.name}</RoomWords> : t('group.nameless')}{' '}
            <span class="count">{group.ideas.length}</span>
          </h2>
          {list(group.ideas, group.id)}
        </section>
      ))}
      {view.inbox.length > 0 && (
        <section class="group">
          <h2>
            {t('group.inbox')} <span class="count">{view.inbox.length}</span>
          </h2>
          {list(view.inbox, 0)}
        </section>
      )}
      {later}
      {inHand.value && <Places idea={inHand.value} groups={view.groups} onPut={put} onLetGo={letGo} />}
    </>
  )
}

function nameOf({ name }: { name: string }): string {
  return name || t('group.nameless')
}

function IdeaRow({ idea, onTake }: { idea: GroupedIdea; onTake: () => void }) {
  const words = (
    <>
      <span class="group-idea-text">
        {idea.mine && <Seed size="1.25rem" label={t('vote.own')} />}
        <RoomWords beside={idea.translation}>{idea.text}</RoomWords>
      </span>
      {idea.heldBy !== undefined && (
        <span class="group-idea-held">
          <Icon name="hand" /> {t('group.held', { name: idea.heldBy || t('group.somebody') })}
        </span>
      )}
    </>
  )
  return (
    <li class={idea.heldBy === undefined ? undefined : 'group-idea-busy'}>
      {idea.move ? (
        <button type="button" class="group-idea group-idea-move" onClick={onTake}>
          {words}
          <Icon name="move" size="1.25rem" label={t('group.move')} />
        </button>
      ) : (
        <p class="group-idea">{words}</p>
      )}
      <SharedPhotos idea={idea.id} text={idea.text} />
      <GroundLine tone="hair" />
    </li>
  )
}

/** A hold lasts 10 s; while somebody is choosing it is renewed. */
const renewMs = 7_000

function Places(props: {
  idea: InHand
  groups: readonly GroupColumn[]
  onPut: (group: number, name: string) => void
  onLetGo: () => void
}) {
  const { idea, groups, onPut, onLetGo } = props
  useEffect(() => {
    const renewing = setInterval(() => void idea.move.hold(), renewMs)
    return () => clearInterval(renewing)
  }, [idea.move])

  const places = [...groups.map((group) => ({ ...group, name: nameOf(group) })), undefined]
  return (
    <Dialog open title={t('group.move_to')} onClose={onLetGo}>
      <p class="group-in-hand">
        <RoomWords>{idea.text}</RoomWords>
      </p>
      <ul class="group-places">
        {places.map((place) => {
          const id = place?.id ?? 0
          const name = place?.name ?? t('group.inbox')
          const here = id === idea.from
          return (
            <li key={id}>
              <button type="button" class="group-place" disabled={here} onClick={() => onPut(id, name)}>
                {place && <LetterChip letter={place.letter} color={place.color} />}
                <span>{name}</span>
                {here && <span class="quiet">{t('group.here')}</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
