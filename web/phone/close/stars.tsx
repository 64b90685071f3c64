import { useSignal } from '@preact/signals'
import { t } from '../../text/later-stages.ts'
import { Icon } from '../../ui/draw/icon.tsx'
import type { Room } from '../room.ts'
import { refusalText } from '../say.ts'
import './stars.css'
import { type StarCount, starCounts, starsView } from './stars-view.ts'

/** How good it was, in one to five stars; changeable as long as the session lasts. */
export function Stars({ room }: { room: Room }) {
  const { given, kept, give } = starsView(room)
  const problem = useSignal<string | undefined>(undefined)
  if (!give) return null

  const pick = (stars: StarCount) => {
    problem.value = undefined
    void give(stars).then((outcome) => {
      problem.value = refusalText(outcome)
    })
  }
  return (
    <fieldset class="stars">
      <legend>{t('stars.title')}</legend>
      <div class="stars-row">
        {starCounts.map((stars) => (
          <label key={stars} class={given !== undefined && stars <= given ? 'star star-given' : 'star'}>
            <input
              type="radio"
              name="stars"
              class="visually-hidden"
              checked={stars === given}
              onChange={() => pick(stars)}
              aria-label={`${t('stars.count', { n: stars })}: ${t(`stars.${stars}`)}`}
            />
            <Icon name="star" size="2.25rem" />
          </label>
        ))}
      </div>
      <p class="stars-word" aria-hidden="true">
        {given === undefined ? t('stars.none') : t(`stars.${given}`)}
      </p>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <p class="quiet">
        {kept && `${t('sharpen.on_phone')} `}
        {t('stars.secret')}
      </p>
    </fieldset>
  )
}
