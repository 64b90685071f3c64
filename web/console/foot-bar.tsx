import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { footView } from './agenda-view.ts'
import { useConsole } from './console-session.ts'
import { CountdownSun } from './countdown-sun.tsx'
import { heldView } from './held-view.ts'
import { useOnce } from './use-once.ts'

/** Where everybody goes: back, in half a minute, now; or the countdown that can be stopped. */
export function FootBar({ direct }: { direct: boolean }) {
  const { picture, clock, send } = useConsole()
  const now = picture.value
  const view = footView(now, clock.value, send)
  const once = useOnce()
  const held = heldView(now, send)
  const blank = now.session?.blank ?? false

  if (view.moving) {
    const { title, seconds, stop, now: goNow } = view.moving
    return (
      <footer class="foot foot-moving">
        <CountdownSun seconds={seconds} of={30} />
        <p class="foot-moving-words">
          <b>{t('foot.moving', { title })}</b>
          <span class="even-figures">{t('foot.moving_in', { s: seconds })}</span>
        </p>
        <Button class="foot-tall" data-next onClick={once(goNow)}>
          {t('foot.now')}
        </Button>
        <Button class="foot-stop" onClick={stop}>
          {t('foot.stop')}
        </Button>
      </footer>
    )
  }
  return (
    <footer class="foot">
      {view.back && (
        <Button
          kind="quiet"
          onClick={once(view.back.go)}
          aria-label={t('foot.back_to', { title: view.back.title })}
        >
          {t('foot.back')}
        </Button>
      )}
      {!direct && now.session?.status !== 'ended' && (
        <Button
          kind="quiet"
          icon={blank ? 'screen' : 'eye-off'}
          onClick={() => void send('show_nothing', { blank: !blank })}
        >
          {t(blank ? 'room.blank_off' : 'room.blank_on')}
        </Button>
      )}
      {!direct && held.showPlan && <IconButton icon="pin" label={t('plan.show')} onClick={held.showPlan} />}
      {!direct && held.pause && <IconButton icon="pause" label={t('pause.start')} onClick={held.pause} />}
      <div class="foot-on">
        {view.blocked && <p class="foot-why">{view.blocked.reason}</p>}
        {view.blocked?.title && (
          <Button class="foot-next" kind="primary" disabled>
            {t('foot.next', { title: view.blocked.title })}
          </Button>
        )}
        {view.next && (
          <>
            <Button class="foot-tall" onClick={once(view.next.soon)}>
              {t('foot.soon')}
            </Button>
            <Button class="foot-next" kind="primary" data-next onClick={once(view.next.go)}>
              {t('foot.next', { title: view.next.title })}
              <small>{view.next.hint}</small>
            </Button>
          </>
        )}
      </div>
    </footer>
  )
}
