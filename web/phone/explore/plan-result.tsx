import { useState } from 'preact/hooks'
import { usePicture } from '../../shared/use-picture.ts'
import { t } from '../../text/later-stages.ts'
import { colorStyle } from '../../ui/draw/color.ts'
import { PinShape, SitePlan } from '../../ui/site-plan.tsx'
import { type Look, wholePicture, within } from '../../ui/site-plan-view.ts'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import './explore.css'
import { type Place, planResult } from './explore-view.ts'
import { whereText } from './placing.tsx'

/** The plan as it became, by group: after the end, for who was there. Nothing where nobody set a pin. */
export function PlanResult({ room }: { room: Room }) {
  const { plan, parts } = planResult(room)
  const src = usePicture(room.token, plan?.picture, 'large')
  const [look, setLook] = useState<Look>(wholePicture)
  const [chosen, setChosen] = useState<string>()
  if (!plan || parts.length === 0) return null
  const show = (key: string, place: Place) => {
    setChosen(key)
    setLook(within({ ...place, zoom: Math.max(look.zoom, 2) }))
  }
  return (
    <section class="plan-result">
      <h2>{t('explore.plan')}</h2>
      <div class="explore-sheet">
        <SitePlan
          src={src}
          picture={plan}
          alt={t('explore.plan')}
          look={look}
          onLook={setLook}
          chosen={chosen}
          pins={parts.flatMap(({ mark, color, spots }) =>
            spots.map(({ key, place, text }) => ({
              key,
              ...place,
              mark,
              color,
              label: t('explore.pin_label', { mark, text }),
            })),
          )}
          words={{ larger: t('explore.larger'), smaller: t('explore.smaller'), how: t('explore.how') }}
        />
      </div>
      <ul class="explore-spots">
        {parts.map(({ key, mark, color, title, spots }) => (
          <li key={key}>
            <span
              class={`site-pin-inline${color ? ' site-pin-group' : ''}`}
              style={color ? colorStyle(color) : undefined}
            >
              <PinShape mark={mark} color={color} />
            </span>
            <div>
              <p class="explore-card-text">
                <RoomWords>{title}</RoomWords>
              </p>
              <ul>
                {spots.map(({ key: spot, text, place }) => (
                  <li key={spot}>
                    <button type="button" class="plan-result-spot" onClick={() => show(spot, place)}>
                      {text !== title && (
                        <>
                          <RoomWords>{text}</RoomWords>:{' '}
                        </>
                      )}
                      {t(whereText(place))}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
