import { useSignal } from '@preact/signals'
import { usePicture } from '../../shared/use-picture.ts'
import { t } from '../../text/later-stages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { SitePlan } from '../../ui/site-plan.tsx'
import { Aim, placeOf } from '../../ui/site-plan-aim.tsx'
import { type Look, wholePicture, within } from '../../ui/site-plan-view.ts'
import { draft } from '../ideas/drafts.ts'
import type { Room } from '../room.ts'
import './explore.css'
import type { Place } from './explore-view.ts'
import { Placing, whereText } from './placing.tsx'

/** Where on the site the idea is that is being written, for who wants to say so; nothing without a plan. */
export function PlaceField({ room }: { room: Room }) {
  const plan = room.records.one('plan').value
  const looking = useSignal(false)
  if (!plan) return null
  const { place, ...rest } = draft.value
  const look = () => {
    looking.value = true
  }
  return (
    <div class="explore-field">
      {place ? (
        <>
          <p>
            <Icon name="pin" /> {t('explore.placed', { where: t(whereText(place)) })}
          </p>
          <div class="row">
            <Button icon="move" onClick={look}>
              {t('explore.move')}
            </Button>
            <Button
              icon="trash"
              onClick={() => {
                draft.value = rest
              }}
            >
              {t('explore.remove')}
            </Button>
          </div>
        </>
      ) : (
        <Button icon="pin" onClick={look}>
          {t('explore.set')}
        </Button>
      )}
      {looking.value && (
        <PlaceSheet
          room={room}
          plan={plan}
          place={place}
          onClose={(chosen) => {
            looking.value = false
            if (chosen) draft.value = { ...draft.peek(), place: chosen }
          }}
        />
      )}
    </div>
  )
}

function PlaceSheet(props: {
  room: Room
  plan: { readonly picture: number; readonly width: number; readonly height: number }
  place: Place | undefined
  onClose: (chosen?: Place) => void
}) {
  const { room, plan, place, onClose } = props
  const src = usePicture(room.token, plan.picture, 'large')
  const look = useSignal<Look>(within(place ? { ...place, zoom: 2.5 } : { ...wholePicture, zoom: 1.2 }))
  const turn = (next: Look) => {
    look.value = next
  }
  return (
    <Dialog
      open
      title={t('explore.where')}
      onClose={() => onClose()}
      actions={
        <>
          <Button onClick={() => onClose()}>{t('explore.not')}</Button>
          <Button kind="primary" onClick={() => onClose(placeOf(look.value))}>
            {t('explore.here')}
          </Button>
        </>
      }
    >
      <div class="explore-sheet">
        <SitePlan
          src={src}
          picture={plan}
          alt={t('explore.plan')}
          pins={[]}
          look={look.value}
          onLook={turn}
          onTap={turn}
          words={{ larger: t('explore.larger'), smaller: t('explore.smaller'), how: t('explore.how') }}
        >
          <Aim />
        </SitePlan>
      </div>
      <Placing look={look.value} onLook={turn}>
        {null}
      </Placing>
    </Dialog>
  )
}
