import { usePicture } from '../shared/use-picture.ts'
import { usePlanUpload } from '../shared/use-plan-upload.ts'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import './explore.css'

/** The site plan of this session: chosen, looked at, replaced, taken away. */
export function PlanSheet({ onClose }: { onClose: () => void }) {
  const { picture, send, link } = useConsole()
  const plan = picture.value.plan
  const { pdf, page, setPage, percent, problem, choose, takePage } = usePlanUpload({ token: link.token }, () =>
    announce(t('plan.ready')),
  )
  const src = usePicture(link.token, plan?.picture, 'large')

  return (
    <Dialog open title={t('plan.title')} onClose={onClose}>
      <div class="plan-sheet">
        <p>{t('plan.lead')}</p>
        {plan ? src && <img src={src} alt={t('plan.alt')} /> : <p class="plan-none">{t('plan.none')}</p>}
        {pdf && (
          <div class="plan-page">
            <TextField
              label={t('plan.page')}
              hint={pdf.name}
              inputMode="numeric"
              value={page}
              onInput={setPage}
              onEnter={takePage}
            />
            <Button kind="primary" onClick={takePage}>
              {t('plan.take_page')}
            </Button>
          </div>
        )}
        {percent !== undefined && (
          <p role="status" class="even-figures">
            {t('plan.sending', { percent })}
          </p>
        )}
        {problem && (
          <p class="plan-problem" role="alert">
            {t(problem)}
          </p>
        )}
        <div class="plan-actions">
          <label class="plan-file">
            <input
              type="file"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              disabled={percent !== undefined}
              onChange={(event) => {
                const [chosen] = event.currentTarget.files ?? []
                event.currentTarget.value = ''
                choose(chosen)
              }}
            />
            {t(plan ? 'plan.other' : 'plan.choose')}
          </label>
          {plan && (
            <Button icon="trash" onClick={() => void send('remove_plan', {})}>
              {t('plan.remove')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
