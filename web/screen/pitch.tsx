import { t } from '../text/screen.ts'
import { colorStyle } from '../ui/draw/color.ts'
import { GroupIcon } from '../ui/draw/group-icon.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { FitText } from './fit-text.tsx'
import type { GroupOfIdeas } from './groups-of.ts'
import { Head } from './head.tsx'
import { Label } from './label.tsx'
import { LetteredList } from './lettered-list.tsx'
import { Meadow } from './meadow.tsx'
import { PicturedLine } from './photo.tsx'
import { type PitchView, pitchView } from './pitch-view.ts'
import { sceneWidth } from './scene.tsx'
import type { ScreenTimer } from './screen-view.ts'
import { isWide, type Source } from './source.ts'
import { SunnyScene } from './sunny-scene.tsx'
import { timeLeft } from './time.ts'
import './pitch.css'

/** Groups explain themselves one by one; between two of them the room sees who has not been yet. */
export function Pitch(props: { source: Source; token: string; timer?: ScreenTimer; now: number }) {
  const { source, token, timer, now } = props
  const view = pitchView(source)
  if (!view.now) return <WhoIsNext view={view} />
  const time = timer && timeLeft(timer, now)
  return (
    <>
      <SunnyScene time={time} />
      <Explaining group={view.now} timed={time !== undefined} token={token} />
      <div class="pitch-order">
        <p class="pitch-order__part">
          {view.next ? (
            <>
              <b>{t('pitch.next')}</b>
              <Label letter={view.next.letter} color={view.next.color} size={7} />
              <span class="pitch-order__title">{view.next.title}</span>
            </>
          ) : (
            <b>{t('pitch.last')}</b>
          )}
        </p>
        {view.been.length > 0 && (
          <p class="pitch-order__part pitch-order__part--been">
            <Icon name="check" size="1.1em" />
            <b>{t('pitch.been')}</b>
            {view.been.map((group) => (
              <Label key={group.id} letter={group.letter} color={group.color} size={5.4} />
            ))}
          </p>
        )}
      </div>
    </>
  )
}

function Explaining({ group, timed, token }: { group: GroupOfIdeas; timed: boolean; token: string }) {
  const wide = isWide(sceneWidth.value)
  return (
    <section class={timed ? 'pitch pitch--timed' : 'pitch'} style={colorStyle(group.color)}>
      <div class="pitch__top">
        <Label letter={group.letter} color={group.color} size={wide ? 13 : 10} onTint />
        <span class="pitch__count">{t('group.ideas', { n: group.count })}</span>
        <span class="pitch__icon">
          <GroupIcon color={group.color} size="9vh" />
        </span>
      </div>
      <FitText as="h1" class="pitch__title" max={wide ? 10 : 8} min={4.8}>
        {group.title}
      </FitText>
      {group.headlines.length > 0 && (
        <ul class="pitch__ideas">
          {group.headlines.map((idea) => (
            <PicturedLine key={idea.id} idea={idea} token={token} />
          ))}
        </ul>
      )}
    </section>
  )
}

function WhoIsNext({ view }: { view: PitchView }) {
  const title = view.been.length === 0 ? t('pitch.first') : view.next ? t('pitch.following') : t('pitch.all')
  return (
    <>
      <Head title={title} says={view.groups.length === 0 ? t('pitch.none') : t('pitch.rule')} />
      {view.groups.length === 0 && <Meadow flowers={0} />}
      <LetteredList
        of={view.groups}
        quiet={(group) => view.been.includes(group)}
        note={(group) =>
          view.been.includes(group) ? (
            <span class="pitch-been">
              <Icon name="check" size="1.1em" />
              <span class="pitch-been__word">{t('pitch.was')}</span>
            </span>
          ) : (
            <span class="lettered__detail">{t('group.ideas', { n: group.count })}</span>
          )
        }
      />
    </>
  )
}
