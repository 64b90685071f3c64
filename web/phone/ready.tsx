import { t } from '../text/later-stages.ts'
import { Button } from '../ui/button.tsx'
import { readyView } from './ready-view.ts'
import type { Room } from './room.ts'

/** I am done with this round: one tap to say so, one to take it back. */
export function Ready({ room }: { room: Room }) {
  const view = readyView(room)
  if (!view) return null
  return (
    <div class="ready">
      <Button wide icon={view.ready ? 'check' : undefined} aria-pressed={view.ready} onClick={view.toggle}>
        {t(view.ready ? 'ready.yes' : 'ready.no')}
      </Button>
      <p class="quiet" role="status">
        {view.ready && t('ready.body')}
      </p>
    </div>
  )
}
