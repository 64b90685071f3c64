import { useState } from 'preact/hooks'
import { usePicture } from '../shared/use-picture.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { colorStyle } from '../ui/draw/color.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { PinShape, SitePlan } from '../ui/site-plan.tsx'
import { type Look, wholePicture, within } from '../ui/site-plan-view.ts'
import { useConsole } from './console-session.ts'
import './explore.css'
import { type Spot, spotsView } from './explore-view.ts'
import { EditIdeaSheet } from './edit-idea-sheet.tsx'
import { type IdeaCard, ideasView } from './ideas-view.ts'
import { IdeaPhotos, ReleaseAll } from './photos.tsx'
import { PlaceSheet } from './place-sheet.tsx'
import { PlanSheet } from './plan-sheet.tsx'

/** The site with what people find on it, while they walk. */
export function ExploreScreen() {
  const { picture, send, link } = useConsole()
  const [planOpen, setPlanOpen] = useState(false)
  const [look, setLook] = useState<Look>(wholePicture)
  const [chosen, setChosen] = useState<string>()
  const plan = picture.value.plan
  const src = usePicture(link.token, plan?.picture, 'large')
  const spots = spotsView(picture.value)
  const found = spots.filter(({ place }) => place).length
  const [editing, setEditing] = useState<number>()
  const [placing, setPlacing] = useState<number>()
  const { share, silence, cards } = ideasView(picture.value, 'live', send)
  const edited = cards.find(({ id }) => id === editing)
  const placed = spots.find(({ id }) => id === placing)
  const show = (spot: Spot) => {
    setChosen(String(spot.id))
    if (spot.place) setLook(within({ ...spot.place, zoom: Math.max(2, look.zoom) }))
  }
  return (
    <div class="explore">
      <div class="explore-head">
        <h2 class="even-figures">
          {t('explore.count', { n: found })}
          {found < spots.length && <small>{t('explore.loose', { n: spots.length - found })}</small>}
        </h2>
        {share && (
          <Button icon="eye" onClick={share}>
            {t('ideas.share')}
          </Button>
        )}
        {silence && (
          <Button kind="quiet" icon="eye-off" onClick={silence}>
            {t('ideas.silent')}
          </Button>
        )}
        <ReleaseAll />
        <Button icon="pin" onClick={() => setPlanOpen(true)}>
          {t(plan ? 'plan.title' : 'plan.choose')}
        </Button>
      </div>
      <div class="explore-body">
        {plan ? (
          <SitePlan
            src={src}
            picture={plan}
            alt={t('plan.alt')}
            look={look}
            onLook={setLook}
            chosen={chosen}
            onPin={(key) => {
              setChosen(key)
              document.getElementById(`spot-${key}`)?.scrollIntoView({ block: 'nearest' })
            }}
            pins={spots.flatMap(({ id, mark, color, place, text }) =>
              place ? [{ key: String(id), ...place, mark, color, label: `${mark}: ${text}` }] : [],
            )}
            words={{ larger: t('plan.larger'), smaller: t('plan.smaller'), how: t('plan.how') }}
          />
        ) : (
          <p class="explore-none">{t('plan.none')}</p>
        )}
        {spots.length === 0 ? (
          <p class="explore-none">{t('explore.empty')}</p>
        ) : (
          <ul class="explore-list">
            {spots.map((spot) => (
              <li
                key={spot.id}
                id={`spot-${spot.id}`}
                class={chosen === String(spot.id) ? 'explore-chosen' : ''}
              >
                <div class="explore-row">
                  <button type="button" class="explore-spot" onClick={() => show(spot)}>
                    <span
                      class={`site-pin-inline${spot.color ? ' site-pin-group' : ''}${spot.place ? '' : ' explore-unplaced'}`}
                      style={spot.color ? colorStyle(spot.color) : undefined}
                    >
                      <PinShape mark={spot.mark} color={spot.color} />
                    </span>
                    <span>
                      {spot.text}
                      {!spot.place && <span class="explore-note">{t('explore.no_place')}</span>}
                    </span>
                  </button>
                  <SpotActs
                    spot={spot}
                    card={cards.find(({ id }) => id === spot.id)}
                    place={plan && (() => setPlacing(spot.id))}
                    edit={() => setEditing(spot.id)}
                  />
                </div>
                <IdeaPhotos idea={spot.id} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {edited?.edit && (
        <EditIdeaSheet
          idea={edited}
          home={picture.value.session?.language ?? 'nl'}
          onClose={() => setEditing(undefined)}
        />
      )}
      {placed && (
        <PlaceSheet
          text={placed.text}
          place={placed.place}
          onClose={() => setPlacing(undefined)}
          set={(place) => void send('pin_idea', { idea: placed.id, place })}
        />
      )}
      {planOpen && <PlanSheet onClose={() => setPlanOpen(false)} />}
    </div>
  )
}

/** What was noted on the way may need a place or another word, or is nothing for the room. */
function SpotActs(props: { spot: Spot; card: IdeaCard | undefined; place: (() => void) | undefined; edit: () => void }) {
  const { spot, card, place, edit } = props
  return (
    <>
      {place && (
        <IconButton
          icon="pin"
          label={t(spot.place ? 'place.move_of' : 'place.set_of', { text: spot.text })}
          onClick={place}
        />
      )}
      {card?.edit && <IconButton icon="pencil" label={`${t('ideas.edit')}: ${card.text}`} onClick={edit} />}
      {card?.hide && (
        <IconButton icon="eye-off" label={`${t('ideas.hide')}: ${card.text}`} onClick={card.hide} />
      )}
    </>
  )
}
