import { usePicture } from '../shared/use-picture.ts'
import { usePlanUpload } from '../shared/use-plan-upload.ts'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { PageUpload } from '../ui/page-upload.tsx'
import { useConsole } from './console-session.ts'
import './explore.css'

/** The site plan of this session: chosen, looked at, replaced, taken away. */
export function PlanSheet({ onClose }: { onClose: () => void }) {
  const { picture, send, link } = useConsole()
  const plan = picture.value.plan
  const upload = usePlanUpload({ token: link.token }, () => announce(t('plan.ready')))
  const src = usePicture(link.token, plan?.picture, 'large')

  return (
    <Dialog open title={t('plan.title')} onClose={onClose}>
      <div class="plan-sheet">
        <p>{t('plan.lead')}</p>
        {plan ? src && <img src={src} alt={t('plan.alt')} /> : <p class="plan-none">{t('plan.none')}</p>}
        <PageUpload
          label={t(plan ? 'plan.other' : 'plan.choose')}
          upload={upload}
          problem={upload.problem && t(upload.problem)}
        >
          {plan && (
            <Button icon="trash" onClick={() => void send('remove_plan', {})}>
              {t('plan.remove')}
            </Button>
          )}
        </PageUpload>
      </div>
    </Dialog>
  )
}
