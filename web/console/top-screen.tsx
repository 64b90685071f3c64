import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { FlowerBed } from '../ui/draw/flower-bed.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { useConsole } from './console-session.ts'
import { topView } from './top-view.ts'
import { singleTap } from './use-once.ts'
import './top.css'

/** The reveal, from the last place to the first, one tap each. */
export function TopScreen() {
  const { picture, send } = useConsole()
  const view = topView(picture.value, send)
  if (!view) return <p class="work-empty">{t('top.none')}</p>
  const tallest = view.places.length
  return (
    <div class="top">
      <section class="top-places">
        <h2>{t('top.title', { n: view.size })}</h2>
        <ol>
          {view.places.map((place) => (
            <li key={place.id} class={place.shown ? 'top-shown' : 'top-hidden'}>
              <b class="top-place even-figures">
                <span class="visually-hidden">{t('top.place', { n: place.place })}</span>
                <span aria-hidden="true">{place.place}</span>
              </b>
              <PlantLabel letter={place.letter} color={place.color} size="2.75rem" icon={false} />
              <span class="top-title">{place.title}</span>
              <span class="top-state">
                {t('vote.votes', { n: place.votes })}
                {place.shared && `, ${t('top.equal')}`} · {t(place.shown ? 'top.shown' : 'top.hidden')}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section class="panel top-panel">
        <FlowerBed
          places={view.places.map((place, i) => ({
            key: place.id,
            letter: place.letter,
            color: place.color,
            height: 1 - (i / tallest) * 0.55,
            open: place.shown,
          }))}
        />
        {view.next ? (
          <div class="panel-end">
            <Button class="top-reveal" data-next kind="primary" wide onClick={singleTap(view.next.reveal)}>
              {t('top.reveal', { n: view.next.place })}
            </Button>
            <p class="panel-hint">
              {t('top.reveal_hint')} {t('top.only_you')}
            </p>
          </div>
        ) : (
          <p>{t('top.all')}</p>
        )}
        <div class="top-near">
          <h3>{t('top.near')}</h3>
          {view.nearMisses.length === 0 ? (
            <p class="panel-hint">{t('top.near_none')}</p>
          ) : (
            <ul>
              {view.nearMisses.map((miss) => (
                <li key={miss.id}>
                  <PlantLabel letter={miss.letter} color={miss.color} size="2rem" icon={false} />
                  <span class="top-title">{miss.title}</span>
                  <span class="top-state">{t('vote.votes', { n: miss.votes })}</span>
                </li>
              ))}
            </ul>
          )}
          {view.next && <p class="panel-hint">{t('top.near_hint')}</p>}
        </div>
      </section>
    </div>
  )
}
