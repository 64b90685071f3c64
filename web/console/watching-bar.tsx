import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { useConsole } from './console-session.ts'
import { leadView } from './lead-view.ts'
import type { Sheet } from './sheet.ts'

/** In the place of the bar that moves everybody: another tablet does that now. */
export function WatchingBar({ open }: { open: (sheet: Sheet) => void }) {
  const { picture, send } = useConsole()
  const view = leadView(picture.value, send)
  return (
    <footer class="foot foot-watching">
      <Icon name="eye" />
      <p role="status">{t(view.needsPin ? 'watch.second' : 'watch.first')}</p>
      <div class="foot-on">
        <Button
          class="foot-next"
          kind="primary"
          onClick={() => (view.needsPin ? open('take over') : void view.take(''))}
        >
          {t('watch.take')}
        </Button>
      </div>
    </footer>
  )
}
