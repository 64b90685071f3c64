import { Head } from './head.tsx'
import { SceneGround, ScenePlant } from '../ui/draw/scene-plant.tsx'
import { t } from '../text/screen.ts'
import { FitText } from './fit-text.tsx'
import { Label } from './label.tsx'
import { Scene, sceneWidth, vh } from './scene.tsx'
import { ground, type Source } from './source.ts'
import { type Top5View, type TopSlot, top5View } from './top5-view.ts'

/** The words of the last place at the right end under the corner of the late comer, those of others under the sentence. */
const skyY = 222
const skyUnderSentence = 240

export function Top5({ source }: { source: Source }) {
  const width = sceneWidth.value
  const view = top5View(source, width)
  const groundY = view.ground
  return (
    <>
      <Scene>
        <SceneGround {...ground(width)} y={groundY} />
        {view.slots.map((slot, i) => (
          <g key={slot.entry ? `open-${slot.entry.id}` : `closed-${i}`}>
            <ScenePlant
              x={slot.x}
              ground={groundY}
              height={slot.height}
              variant={i * 3 + 1}
              top={slot.entry ? 'flower' : 'bud'}
              topScale={slot.entry?.justOpened ? 1.75 : 1.4}
              grows={slot.entry?.justOpened === true}
            />
            <text class="place" x={slot.x} y={groundY + 92} text-anchor="middle">
              {slot.place}
            </text>
          </g>
        ))}
      </Scene>
      <Head title={t('top.title', { n: view.size })} says={sentence(view)} />
      <ol class="top" aria-label={t('top.title', { n: view.size })}>
        {view.slots.map((slot, i) => (
          <Place
            key={slot.entry ? `open-${slot.entry.id}` : `closed-${i}`}
            slot={slot}
            ground={groundY}
            sky={i === view.slots.length - 1 ? skyY : skyUnderSentence}
          />
        ))}
      </ol>
      {view.nearMisses.length > 0 && (
        <p class="near">
          <b>{t('top.near')}</b>{' '}
          {view.nearMisses
            .map((miss) => t('top.near_one', { title: miss.title, votes: t('top.votes', { n: miss.votes }) }))
            .join(' · ')}
        </p>
      )}
    </>
  )
}

function Place({ slot, ground: groundY, sky }: { slot: TopSlot; ground: number; sky: number }) {
  const { entry } = slot
  const opened = entry?.justOpened === true
  const bottom = groundY - slot.height - (opened ? 52 : entry ? 44 : 50)
  const box = {
    left: vh(slot.x - slot.width / 2),
    width: vh(slot.width),
    top: vh(sky),
    height: vh(bottom - sky),
  }
  if (!entry) {
    return (
      <li class="top__place" style={box}>
        <b class="top__title">{t('top.closed')}</b>
      </li>
    )
  }
  return (
    <li class={opened ? 'top__place top__place--opened' : 'top__place'} style={box}>
      <span class="visually-hidden">{slot.place}. </span>
      <Label letter={entry.letter} color={entry.color} size={opened ? 8.4 : 9.6} />
      <div class={opened ? 'top__plate' : 'top__words'}>
        {opened && <Plate />}
        <FitText as="b" class="top__title" max={opened ? 6.6 : 4.5} min={3.75}>
          {entry.title}
        </FitText>
        <span class="top__votes">{t('top.votes', { n: entry.votes })}</span>
      </div>
    </li>
  )
}

/** The ochre sheet behind the place that opens now, with its rays. */
function Plate() {
  return (
    <>
      <svg class="plate" viewBox="0 0 480 290" preserveAspectRatio="none" aria-hidden="true">
        <path d="M6 18C90 2 380 0 474 16C490 102 486 202 476 288C380 302 100 300 10 290C-2 222 -6 106 6 18Z" />
      </svg>
      <svg class="plate-rays plate-rays--left" viewBox="0 0 60 300" aria-hidden="true">
        <path d="M38 2L56 20M18 98L46 102M14 204L42 200M26 300L50 288" />
      </svg>
      <svg class="plate-rays plate-rays--right" viewBox="0 0 60 300" aria-hidden="true">
        <path d="M22 2L4 20M42 98L14 102M46 204L18 200M34 300L10 288" />
      </svg>
    </>
  )
}

function sentence(view: Top5View): string {
  const how = view.decidedBy && view.complete ? [t(`top.by_${view.decidedBy}`)] : []
  if (view.complete) return [t('top.done', { n: view.size }), ...how].join(' ')
  if (view.lastOpened === undefined) return t('top.start')
  return t('top.shared', { count: view.sharedPlace ? 2 : 1, n: view.lastOpened })
}
