import { useEffect, useState } from 'preact/hooks'
import { usePlanUpload } from '../shared/use-plan-upload.ts'
import { t } from '../text/desk.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ask } from './store.ts'
import './plan-panel.css'

interface Plan {
  readonly picture: number
  readonly width: number
  readonly height: number
}

/** The site plan, put ready before anybody is there. */
export function PlanPanel({ session }: { session: string }) {
  const [plan, setPlan] = useState<Plan>()
  const load = async () => {
    const reply = await ask('GET /api/sessions/ID/plan', undefined, { id: session })
    if (reply.ok) setPlan(reply.body)
  }
  useEffect(() => void load(), [session])
  const { pdf, page, setPage, percent, problem, choose, takePage } = usePlanUpload({ session }, () => {
    announce(t('plan.ready'))
    void load()
  })
  if (!plan) return null
  const { picture, width, height } = plan
  return (
    <section class="plan" aria-labelledby="plan-title">
      <h2 id="plan-title">{t('plan.title')}</h2>
      <p>
        {t('plan.desk_lead')} {t('plan.lead')}
      </p>
      {picture > 0 ? (
        <img
          src={`/api/pictures/${picture}?size=large&session=${session}`}
          alt={t('plan.alt')}
          width={width}
          height={height}
        />
      ) : (
        <p class="quiet-words">{t('plan.none')}</p>
      )}
      {pdf && (
        <div class="plan__page">
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
        <p class="form-error" role="alert">
          {t(problem)}
        </p>
      )}
      <label class="plan__file">
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
        {t(picture > 0 ? 'plan.other' : 'plan.choose')}
      </label>
    </section>
  )
}
