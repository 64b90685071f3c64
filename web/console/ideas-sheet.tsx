import { t } from '../text/console.ts'
import { Dialog } from '../ui/dialog.tsx'
import { IdeasScreen } from './ideas-screen.tsx'
import { SheetNotice } from './notice-bars.tsx'

/** All ideas, also those that were put aside, in any round: to bring one back nobody else has to go anywhere. */
export function IdeasSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open title={t('ideas.all')} onClose={onClose}>
      <SheetNotice />
      <div class="ideas-sheet">
        <IdeasScreen choosing={() => {}} />
      </div>
    </Dialog>
  )
}
