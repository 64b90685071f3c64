import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { useConsole } from './console-session.ts'
import { heldView } from './held-view.ts'
import { knockView } from './knock-view.ts'
import type { Sheet } from './sheet.ts'
import './held.css'

/** What holds the room, and who waits for an answer: under the head, in every round. */
export function HeldStrips({ open }: { open: (sheet: Sheet) => void }) {
  const { picture, send } = useConsole()
  const view = heldView(picture.value, send)
  return (
    <>
      {view.paused && (
        <div class="held-strip held-pause" role="status">
          <Icon name="pause" />
          <p>
            <b>{t('pause.title')}</b> {t('pause.body')}
          </p>
          {view.resume && (
            <Button kind="primary" onClick={view.resume}>
              {t('pause.resume')}
            </Button>
          )}
        </div>
      )}
      {view.light && (
        <div class="held-strip held-light" role="status">
          <Icon name="star" />
          <p>
            <b>{t('light.title')}</b> “{view.light.text}”
          </p>
          {view.light.out && <Button onClick={view.light.out}>{t('light.out')}</Button>}
        </div>
      )}
      {view.plan && !view.plan.covered && (
        <div class="held-strip held-light" role="status">
          <Icon name="pin" />
          <p>
            <b>{t('plan.shown')}</b>
          </p>
          {view.plan.away && <Button onClick={view.plan.away}>{t('plan.back')}</Button>}
        </div>
      )}
      <KnockStrip />
      {view.waiting.length > 0 && (
        <div class="held-strip held-waiting" role="status">
          <Icon name="eye" />
          <p>
            <b>{t('waiting.title', { n: view.waiting.length })}</b>
          </p>
          <Button onClick={() => open('waiting')}>{t('waiting.open')}</Button>
        </div>
      )}
    </>
  )
}

/** Who knocks on the locked door. */
export function KnockStrip() {
  const { picture, send } = useConsole()
  const knock = knockView(picture.value, send)
  if (!knock) return null
  return (
    <div class="held-strip held-knock" role="alert">
      <Icon name="person" />
      <p>
        <b>{t('knock.title', { name: knock.name })}</b>{' '}
        {knock.more > 0 && t('knock.more', { n: knock.more })}
      </p>
      {knock.refuse && (
        <Button kind="quiet" onClick={knock.refuse}>
          {t('knock.refuse')}
        </Button>
      )}
      {knock.letIn && (
        <Button kind="primary" onClick={knock.letIn}>
          {t('knock.let_in')}
        </Button>
      )}
    </div>
  )
}
