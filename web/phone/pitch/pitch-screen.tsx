import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../text/later-stages.ts'
import { announce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip, PlantLabel } from '../../ui/draw/plant-label.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import type { Group } from '../groups.ts'
import { SharedPhotos } from '../photos/idea-photos.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import './pitch.css'
import { pitchView } from './pitch-view.ts'

/** One group after the other tells what it is about. */
export function PitchScreen({ room, later }: { room: Room; later: ComponentChildren }) {
  const { now, done, toCome } = pitchView(room)
  const allDone = done.length > 0 && toCome.length === 0
  useSaid(now)
  return (
    <>
      {now ? (
        <PitchNow group={now} />
      ) : (
        <div class="pitch-wait">
          <Icon name="people" size="3.5rem" />
          <h1 tabIndex={-1}>{t(allDone ? 'pitch.all_done' : 'pitch.title')}</h1>
          <p class="quiet">
            {t(toCome.length === 0 ? 'pitch.listen' : done.length > 0 ? 'pitch.next' : 'pitch.wait')}
          </p>
        </div>
      )}
      {toCome.length > 0 && <Row title={t('pitch.to_come')} groups={toCome} />}
      {done.length > 0 && <Row title={t('pitch.done')} groups={done} isDone />}
      {later}
    </>
  )
}

function PitchNow({ group }: { group: Group }) {
  const { letter, color, title, ideas, own } = group
  return (
    <section class="pitch-now">
      <p class="quiet">{t('pitch.now')}</p>
      <div class="pitch-head">
        <PlantLabel letter={letter} color={color} size="4.5rem" label={letter} />
        <h1 tabIndex={-1}>
          <RoomWords>{title}</RoomWords>
        </h1>
      </div>
      {own && (
        <p class="pitch-own">
          <Seed size="1.75rem" />
          <span>{t('pitch.own')}</span>
        </p>
      )}
      {ideas.length > 0 && (
        <ul class="pitch-ideas">
          {ideas.map(({ id, text, explanation }) => (
            <li key={id}>
              {text}
              {explanation && <p class="quiet">{explanation}</p>}
              <SharedPhotos idea={id} text={text} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({
  title,
  groups,
  isDone = false,
}: {
  title: string
  groups: readonly Group[]
  isDone?: boolean
}) {
  return (
    <section>
      <h2 class="pitch-row-title">
        <RoomWords>{title}</RoomWords>
      </h2>
      <ul class="pitch-row">
        {groups.map(({ id, letter, color, title }) => (
          <li key={id}>
            <LetterChip letter={letter} color={color} />
            <RoomWords>{title}</RoomWords>
            {isDone && <Icon name="check" size="1.25rem" />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which group it is now is said aloud, but not again when one comes into the round. */
function useSaid(now: Group | undefined): void {
  const last = useRef(now?.id)
  useEffect(() => {
    if (now && last.current !== now.id)
      announce(t('pitch.said', { letter: now.letter, title: now.title }), 'polite')
    last.current = now?.id
  }, [now?.id])
}
