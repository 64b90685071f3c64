import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { useConsole } from './console-session.ts'
import { heldView } from './held-view.ts'
import { topView } from './top-view.ts'
import './remote-keys.css'

/** On the facilitator's own phone: what one presses while talking, large. */
export function RemoteKeys() {
  const { picture, send } = useConsole()
  const held = heldView(picture.value, send)
  const next = topView(picture.value, send)?.next
  const session = picture.value.session
  if (session?.status === 'ended') return null
  const blank = session?.blank ?? false
  return (
    <section class="remote-keys" aria-label={t('remote.label')}>
      {next && (
        <Button class="remote-reveal" kind="primary" onClick={next.reveal}>
          {t('top.reveal', { n: next.place })}
        </Button>
      )}
      <Button
        icon={blank ? 'screen' : 'eye-off'}
        onClick={() => void send('show_nothing', { blank: !blank })}
      >
        {t(blank ? 'room.blank_off' : 'room.blank_on')}
      </Button>
      {held.pause && (
        <Button icon="pause" onClick={held.pause}>
          {t('pause.start')}
        </Button>
      )}
      {held.showPlan && (
        <Button icon="pin" class="remote-plan" onClick={held.showPlan}>
          {t('plan.show')}
        </Button>
      )}
    </section>
  )
}
