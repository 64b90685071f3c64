import { useState } from 'preact/hooks'
import { usePicture } from '../shared/use-picture.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SitePlan } from '../ui/site-plan.tsx'
import { Aim, Nudges, placeOf } from '../ui/site-plan-aim.tsx'
import { type Look, wholePicture, within } from '../ui/site-plan-view.ts'
import { useConsole } from './console-session.ts'
import './explore.css'
import type { Place } from './explore-view.ts'

/** Where on the site an idea is, said by a facilitator or a helper: for somebody on paper, or because it was told aloud. */
export function PlaceSheet(props: {
  text: string
  place: Place | undefined
  onClose: () => void
  /** Null: nowhere on the plan. */
  set: (place: Place | null) => void
}) {
  const { text, place, onClose, set } = props
  const { picture, link } = useConsole()
  const plan = picture.value.plan
  const src = usePicture(link.token, plan?.picture, 'large')
  const [look, setLook] = useState<Look>(within(place ? { ...place, zoom: 2 } : wholePicture))
  const close = (now?: Place | null) => {
    onClose()
    if (now !== undefined) set(now)
  }
  if (!plan) return null
  return (
    <Dialog
      open
      title={t('place.title')}
      onClose={onClose}
      actions={
        <>
          {place && (
            <Button kind="quiet" icon="trash" onClick={() => close(null)}>
              {t('place.remove')}
            </Button>
          )}
          <Button kind="primary" icon="pin" onClick={() => close(placeOf(look))}>
            {t('place.here')}
          </Button>
        </>
      }
    >
      {text && <p class="place-text">{text}</p>}
      <div class="place-plan">
        <SitePlan
          src={src}
          picture={plan}
          alt={t('plan.alt')}
          pins={[]}
          look={look}
          onLook={setLook}
          onTap={setLook}
          words={{ larger: t('plan.larger'), smaller: t('plan.smaller'), how: t('place.how') }}
        >
          <Aim />
        </SitePlan>
      </div>
      <Nudges
        look={look}
        onLook={setLook}
        words={{
          nudge: t('place.nudge'),
          left: t('place.left'),
          up: t('place.up'),
          down: t('place.down'),
          right: t('place.right'),
        }}
      />
    </Dialog>
  )
}
