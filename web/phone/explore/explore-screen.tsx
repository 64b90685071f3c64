import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Outcome } from '../../shared/session-link.ts'
import { usePicture } from '../../shared/use-picture.ts'
import { t } from '../../text/later-stages.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { colorStyle } from '../../ui/draw/color.ts'
import { Seed } from '../../ui/draw/seed.tsx'
import { PinShape, SitePlan } from '../../ui/site-plan.tsx'
import { Aim, placeOf } from '../../ui/site-plan-aim.tsx'
import { type Look, wholePicture, within } from '../../ui/site-plan-view.ts'
import { Composer } from '../ideas/composer.tsx'
import { draft } from '../ideas/drafts.ts'
import { type IdeasView, ideasView } from '../ideas/ideas-view.ts'
import { MyIdeas } from '../ideas/my-ideas.tsx'
import { SharedPhotos } from '../photos/idea-photos.tsx'
import type { Room } from '../room.ts'
import { refusalText } from '../say.ts'
import './explore.css'
import { type ExploreView, exploreView, type Place, type Spot } from './explore-view.ts'
import { keptPlan } from './kept-walk.ts'
import { Placing, whereText } from './placing.tsx'

/** A walk over the site: pins on the plan, a word and a photo with each. */
export function ExploreScreen({ room, session }: { room: Room; session: string }) {
  const view = exploreView(room)
  const ideas = ideasView(room)
  return view.plan ? (
    <WithPlan room={room} session={session} view={view} plan={view.plan} ideas={ideas} />
  ) : (
    <>
      <div class="ideas-write">
        <h1 tabIndex={-1}>{t('explore.title')}</h1>
        <p class="quiet">{t('explore.no_plan')}</p>
        <Composer view={ideas} label={t('explore.what')} placeholder={t('explore.placeholder')} />
      </div>
      <MyIdeas view={ideas} />
    </>
  )
}

type Plan = NonNullable<ExploreView['plan']>

function WithPlan(props: { room: Room; session: string; view: ExploreView; plan: Plan; ideas: IdeasView }) {
  const { room, session, view, plan, ideas } = props
  const kept = useMemo(() => keptPlan(session), [session])
  const src = usePicture(room.token, plan.picture, 'large', kept)
  const look = useSignal<Look>({ ...wholePicture, zoom: plan.width > plan.height ? 1.6 : 1.2 })
  const listed = useSignal(false)
  const chosen = useSignal<string | undefined>(undefined)
  /** The idea whose pin is moved. */
  const moving = useSignal<string | undefined>(undefined)
  const problem = useSignal<string | undefined>(undefined)
  const writing = draft.value.place !== undefined
  /** Not everything worth telling is somewhere; also where a reload found a text without a place. */
  const without = useSignal(!writing && (draft.peek().text !== '' || draft.peek().photo !== undefined))
  const placeless = without.value && !writing
  const spot = view.spots.find(({ key }) => key === chosen.value)
  const moved = view.spots.find(({ key }) => key === moving.value)

  // Back on a phone that was in the middle of it.
  useEffect(() => {
    const { place } = draft.peek()
    if (place) look.value = within({ ...look.value, ...place, zoom: 2.5 })
  }, [])

  const lookAt = (next: Look) => {
    look.value = next
    if (draft.peek().place) draft.value = { ...draft.peek(), place: placeOf(next) }
  }
  const begin = () => {
    chosen.value = undefined
    without.value = false
    draft.value = { ...draft.value, place: placeOf(look.value) }
  }
  const stop = () => {
    const { place: _left, ...rest } = draft.value
    draft.value = rest
  }
  /** A tap brings the spot under the seed; who was writing without one has it there from now on. */
  const tap = (next: Look) => {
    chosen.value = undefined
    lookAt(next)
    if (placeless) begin()
  }
  const pin = (which: Spot, place: Place | null) => {
    moving.value = undefined
    void which.pin?.(place).then((outcome) => {
      problem.value = isOutside(outcome) ? t('explore.outside') : refusalText(outcome)
      if (outcome.ok) announce(t(place ? 'explore.pin_set' : 'explore.pin_gone'))
    })
  }
  const show = (which: Spot) => {
    listed.value = false
    chosen.value = which.key
    if (which.place) look.value = within({ ...which.place, zoom: Math.max(look.value.zoom, 2.5) })
  }

  if (listed.value)
    return (
      <SpotList
        spots={view.spots}
        show={show}
        move={(which) => {
          listed.value = false
          chosen.value = undefined
          moving.value = which.key
        }}
        back={() => {
          listed.value = false
        }}
      />
    )
  const placing = writing || moved !== undefined
  const aiming = placing || (!spot && !placeless)
  return (
    <>
      <h1 tabIndex={-1} class="visually-hidden">
        {t('explore.title')}
      </h1>
      <div class="explore-plan">
        <SitePlan
          src={src}
          picture={plan}
          alt={t('explore.plan')}
          look={look.value}
          onLook={lookAt}
          chosen={chosen.value}
          onTap={tap}
          onPin={
            placing
              ? undefined
              : (key) => {
                  chosen.value = chosen.value === key ? undefined : key
                }
          }
          pins={view.spots.flatMap(({ key, place, mark, color, mine, text }) =>
            place && key !== moving.value
              ? [{ key, ...place, mark, color, mine, label: t('explore.pin_label', { mark, text }) }]
              : [],
          )}
          words={{ larger: t('explore.larger'), smaller: t('explore.smaller'), how: t('explore.how') }}
        >
          {aiming && <Aim />}
        </SitePlan>
        {!placing && (
          <Button
            icon="lines"
            class="explore-list-button"
            onClick={() => {
              listed.value = true
            }}
          >
            {t('explore.list')}
          </Button>
        )}
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {moved ? (
        <Placing look={look.value} onLook={lookAt}>
          <p>{t('explore.move_hint', { text: moved.text })}</p>
          <div class="row">
            <Button kind="primary" onClick={() => pin(moved, placeOf(look.value))}>
              {t('explore.here')}
            </Button>
            <Button
              onClick={() => {
                moving.value = undefined
              }}
            >
              {t('explore.not')}
            </Button>
          </div>
        </Placing>
      ) : writing ? (
        <Placing look={look.value} onLook={lookAt}>
          <Composer view={ideas} label={t('explore.what')} placeholder={t('explore.placeholder')} />
          <Button onClick={stop}>{t('explore.not_here')}</Button>
        </Placing>
      ) : spot ? (
        <SpotCard
          spot={spot}
          move={() => {
            chosen.value = undefined
            moving.value = spot.key
          }}
          remove={() => pin(spot, null)}
          close={() => {
            chosen.value = undefined
          }}
        />
      ) : placeless ? (
        <div class="stack">
          <Composer view={ideas} label={t('explore.what')} placeholder={t('explore.placeholder')} />
          <Button icon="pin" onClick={begin}>
            {t('explore.set')}
          </Button>
        </div>
      ) : (
        <>
          <p>{t('explore.aim')}</p>
          <Button kind="primary" wide onClick={begin}>
            <span class="composer-send">
              <Seed size="1.7rem" />
              {t('explore.here')}
            </span>
          </Button>
          <Button
            kind="quiet"
            wide
            onClick={() => {
              without.value = true
            }}
          >
            {t('explore.without')}
          </Button>
        </>
      )}
      {!placing && <MyIdeas view={ideas} />}
    </>
  )
}

const isOutside = (outcome: Outcome) => !outcome.ok && outcome.refusal === 'outside_plan'

function SpotCard(props: { spot: Spot; move: () => void; remove: () => void; close: () => void }) {
  const { spot, move, remove, close } = props
  return (
    <section class="explore-card" aria-label={spot.text}>
      <p class="explore-card-text">{spot.text}</p>
      {spot.explanation && <p class="quiet">{spot.explanation}</p>}
      {spot.id !== undefined && !spot.mine && <SharedPhotos idea={spot.id} text={spot.text} />}
      <div class="row">
        {spot.pin && (
          <>
            <Button icon="move" onClick={move}>
              {t('explore.move')}
            </Button>
            <Button icon="trash" onClick={remove}>
              {t('explore.remove')}
            </Button>
          </>
        )}
        <Button icon="close" onClick={close}>
          {t('explore.close')}
        </Button>
      </div>
    </section>
  )
}

/** What stands on the plan, to be read instead of looked at. */
function SpotList(props: {
  spots: readonly Spot[]
  show: (spot: Spot) => void
  move: (spot: Spot) => void
  back: () => void
}) {
  const { spots, show, move, back } = props
  return (
    <>
      <h1 tabIndex={-1}>{t('explore.list_title')}</h1>
      <Button icon="pin" onClick={back}>
        {t('explore.to_plan')}
      </Button>
      {spots.length === 0 && <p class="quiet">{t('explore.none')}</p>}
      <ul class="explore-spots">
        {spots.map((spot) => (
          <li key={spot.key}>
            <span
              class={`site-pin-inline${spot.color ? ' site-pin-group' : ''}${spot.mine ? ' site-pin-mine' : ''}`}
              style={spot.color ? colorStyle(spot.color) : undefined}
            >
              <PinShape mark={spot.mark} color={spot.color} />
            </span>
            <div>
              <p>{spot.text}</p>
              <p class="quiet">{t(spot.place ? whereText(spot.place) : 'explore.no_place')}</p>
              <div class="row">
                {spot.place && <Button onClick={() => show(spot)}>{t('explore.show')}</Button>}
                {spot.pin && (
                  <Button onClick={() => move(spot)}>{t(spot.place ? 'explore.move' : 'explore.set')}</Button>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
