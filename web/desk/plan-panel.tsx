import { useEffect, useState } from 'preact/hooks'
import { usePlanUpload } from '../shared/use-plan-upload.ts'
import { t } from '../text/desk.ts'
import { announce } from '../ui/announcer.tsx'
import { PageUpload } from '../ui/page-upload.tsx'
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
  const upload = usePlanUpload({ session }, () => {
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
      <PageUpload
        label={t(picture > 0 ? 'plan.other' : 'plan.choose')}
        upload={upload}
        problem={upload.problem && t(upload.problem)}
      />
    </section>
  )
}
