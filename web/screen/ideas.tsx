import { useRef } from 'preact/hooks'
import { Icon, type IconName } from '../ui/draw/icon.tsx'
import { Head } from './head.tsx'
import { SceneSeed } from '../ui/draw/scene-plant.tsx'
import { t } from '../text/screen.ts'
import { FitText } from './fit-text.tsx'
import { type Frame, type IdeasView, ideasView } from './ideas-view.ts'
import { Photo } from './photo.tsx'
import { sceneWidth } from './scene.tsx'
import type { ScreenTimer } from './screen-view.ts'
import type { Source } from './source.ts'
import { SunnyScene } from './sunny-scene.tsx'
import { timeLeft } from './time.ts'

export function Ideas(props: { source: Source; token: string; timer?: ScreenTimer; now: number }) {
  const view = ideasView(props.source, sceneWidth.value)
  return view.shared ? (
    <SharedIdeas view={view} token={props.token} />
  ) : (
    <SilentIdeas view={view} timer={props.timer} now={props.now} />
  )
}

type Silent = Extract<IdeasView, { shared: false }>
type Shared = Extract<IdeasView, { shared: true }>

function SilentIdeas({ view, timer, now }: { view: Silent; timer?: ScreenTimer; now: number }) {
  const time = timer && timeLeft(timer, now)
  // Those that came while somebody looked have flown here from a phone.
  const before = useRef(view.seeds.length)
  return (
    <>
      <SunnyScene time={time}>
        {view.seeds.map((seed, i) => (
          <g key={i} class={i < before.current ? undefined : 'seed-lands'}>
            <SceneSeed {...seed} />
          </g>
        ))}
      </SunnyScene>
      <div class={time ? 'silent silent--timed' : 'silent'}>
        <FitText as="h1" class="silent__question" max={11.6} min={5.2}>
          {view.question}
        </FitText>
        <p class="body">{t('ideas.silent')}</p>
        <FrameLine frame={view.frame} />
      </div>
      <div class="harvest">
        {view.ideas === 0 ? (
          <p class="body harvest__words">{t('ideas.none_yet')}</p>
        ) : (
          <>
            <p class="harvest__number even-figures">{view.ideas}</p>
            <p class="body harvest__words">
              {t('ideas.count', { n: view.ideas })}
              <br />
              {t('ideas.writers', { n: view.writers })}
            </p>
          </>
        )}
      </div>
    </>
  )
}

/** Within what time, money and place an idea has to stay. */
function FrameLine({ frame }: { frame: Frame }) {
  const parts: [IconName, string][] = [
    ['clock', frame.within],
    ['euro', frame.money],
    ['pin', frame.place],
  ]
  const told = parts.filter(([, text]) => text !== '')
  if (told.length === 0) return null
  return (
    <ul class="frame-line">
      {told.map(([icon, text]) => (
        <li key={icon}>
          {!text.startsWith('€') && <Icon name={icon} size="1.1em" />}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

function SharedIdeas({ view, token }: { view: Shared; token: string }) {
  return (
    <>
      <Head
        title={view.question}
        says={view.ideas === 0 ? t('ideas.empty') : t('ideas.shared', { n: view.ideas })}
      />
      <IdeaCards view={view} token={token} />
    </>
  )
}

/** What people wrote, as far as there is room. */
export function IdeaCards({ view, token }: { view: Omit<Shared, 'question'>; token: string }) {
  return (
    <div class={view.headlines.length > 0 ? 'cards cards--more' : 'cards'}>
      {view.columns.map((column, i) => (
        <ul class="cards__column" key={i}>
          {column.map((idea) => (
            <li class={idea.photo ? 'idea-card idea-card--photo' : 'idea-card'} key={idea.id}>
              {idea.photo && <Photo token={token} id={idea.photo.id} alt={idea.photo.description} />}
              {idea.text}
              {idea.beside && (
                <span class="idea-card__beside" lang={idea.beside.language} dir="auto">
                  {idea.beside.text}
                </span>
              )}
            </li>
          ))}
        </ul>
      ))}
      {view.headlines.length > 0 && (
        <div class="headlines">
          <h2>{t('ideas.earlier')}</h2>
          <ul>
            {view.headlines.map((idea) => (
              <li key={idea.id}>{idea.text}</li>
            ))}
          </ul>
          {view.more > 0 && <p class="headlines__more">{t('ideas.more', { n: view.more })}</p>}
        </div>
      )}
    </div>
  )
}
