import { useEffect } from 'preact/hooks'
import { t } from '../../text/phone.ts'
import { announce } from '../../ui/announcer.tsx'
import { GroundLine } from '../../ui/draw/ground-line.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import { TornSheet } from '../../ui/draw/torn-sheet.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ReadAloud, readingClass } from '../../ui/read-aloud.tsx'
import { inside, laterStages } from '../later.ts'
import type { Room } from '../room.ts'
import { passageOf, RoomWords } from '../room-words.tsx'
import { Composer } from './composer.tsx'
import './ideas.css'
import { type IdeasView, ideasView } from './ideas-view.ts'
import { MyIdeas } from './my-ideas.tsx'

export function IdeasScreen({ room }: { room: Room }) {
  const view = ideasView(room)
  const again = view.mine.length > 0
  const PlaceField = laterStages.value?.PlaceField
  return (
    <>
      {view.frame && <Frame frame={view.frame} />}
      <div class="ideas-write">
        <h1 tabIndex={-1}>
          {!again && view.frame?.question ? (
            <RoomWords>{view.frame.question}</RoomWords>
          ) : (
            t(again ? 'idea.again' : 'idea.title')
          )}
        </h1>
        <Composer view={view} label={t('idea.title')} placeholder={t('idea.placeholder')} />
        {PlaceField && <PlaceField room={room} />}
        {view.hint && <LooksLike hint={view.hint} />}
      </div>
      {again ? <MyIdeas view={view} /> : <Examples />}
      {view.shared ? (
        <SharedIdeas ideas={view.shared} language={view.language} />
      ) : (
        view.frame && <p class="quiet">{t('idea.silent')}</p>
      )}
    </>
  )
}

function Frame({ frame }: { frame: NonNullable<IdeasView['frame']> }) {
  const facts = [
    { icon: 'calendar', label: t('idea.within'), value: frame.within },
    { icon: 'euro', label: t('idea.money'), value: frame.money },
    { icon: 'pin', label: t('idea.place'), value: frame.place },
  ] as const
  return (
    <TornSheet class="sheet ideas-frame">
      <p>{t('idea.frame')}</p>
      <dl>
        {facts
          .filter(({ value }) => value)
          .map(({ icon, label, value }) => (
            <div key={icon}>
              <dt>
                <Icon name={icon} size="1.375rem" />
                <span class="visually-hidden">{label}</span>
              </dt>
              <dd>
                <RoomWords>{value}</RoomWords>
              </dd>
            </div>
          ))}
      </dl>
    </TornSheet>
  )
}

/** Says it and asks nothing: the idea is in, and stays. */
function LooksLike({ hint }: { hint: NonNullable<IdeasView['hint']> }) {
  const ideas = hint.texts.map((one) => `“${one}”`).join(', ')
  useEffect(() => announce(`${t('idea.looks_like')} ${ideas}`), [ideas])
  return (
    <div class="ideas-hint">
      <p>
        {t('idea.looks_like')} <RoomWords>{ideas}</RoomWords>
      </p>
      <IconButton icon="close" label={t('idea.looks_like_close')} onClick={hint.dismiss} />
    </div>
  )
}

function Examples() {
  return (
    <section class="ideas-examples">
      <p class="quiet">{t('idea.examples')}</p>
      <ul>
        {(['idea.example_1', 'idea.example_2', 'idea.example_3'] as const).map((key) => (
          <li key={key}>
            <Seed filled={false} size="1.5rem" />
            {t(key)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SharedIdeas(props: { ideas: NonNullable<IdeasView['shared']>; language: string }) {
  const { ideas, language } = props
  const SharedPhotos = inside.value?.SharedPhotos
  return (
    <section class="ideas-shared">
      <div class="ideas-shared-head">
        <h2>
          {t('idea.all')} <span class="count">{ideas.length}</span>
        </h2>
        <ReadAloud
          language={language}
          passages={ideas.map((idea) => passageOf(idea.id, idea.text, idea.explanation, idea.translation))}
        />
      </div>
      {ideas.length === 0 && <p class="quiet">{t('idea.none_yet')}</p>}
      <ul>
        {ideas.map(({ id, text, explanation, translation, mine }) => (
          <li key={id} class={readingClass(id).trim()}>
            <p class="ideas-shared-text">
              {mine && <Seed size="1.25rem" label={t('vote.own')} />}
              <RoomWords beside={translation}>{text}</RoomWords>
            </p>
            {explanation && (
              <details class="fold">
                <summary>{t('idea.explain')}</summary>
                <p class="quiet">
                  <RoomWords>{explanation}</RoomWords>
                </p>
              </details>
            )}
            {SharedPhotos && <SharedPhotos idea={id} text={text} />}
            <GroundLine tone="hair" />
          </li>
        ))}
      </ul>
    </section>
  )
}
