import { useEffect, useState } from 'preact/hooks'
import { type PlanUpload, usePlanUpload } from '../shared/use-plan-upload.ts'
import { t } from '../text/desk.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { PageUpload } from '../ui/page-upload.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { ask } from './store.ts'
import './plan-panel.css'

interface Plan {
  readonly picture: number
  readonly width: number
  readonly height: number
}

/** The site plan, put ready before anybody is there. Only a tablet takes it away. */
export function PlanPanel({ session }: { session: string }) {
  const [plan, setPlan] = useState<Plan | 'failed'>()
  const [busy, setBusy] = useState(false)
  const load = async () => {
    setBusy(true)
    const reply = await ask('GET /api/sessions/ID/plan', undefined, { id: session })
    setBusy(false)
    setPlan(reply.ok ? reply.body : 'failed')
  }
  useEffect(() => {
    setPlan(undefined)
    void load()
  }, [session])
  const upload = usePlanUpload({ session }, () => {
    announce(t('plan.ready'))
    void load()
  })
  return (
    <section class="plan" aria-labelledby="plan-title">
      <h2 id="plan-title">{t('plan.title')}</h2>
      {plan === undefined ? (
        <Spinner label={t('plan.loading')} />
      ) : plan === 'failed' ? (
        <>
          <p role="alert">{t('plan.failed')}</p>
          <Button busy={busy} onClick={() => void load()}>
            {t('word.again')}
          </Button>
        </>
      ) : (
        <ThisPlan session={session} plan={plan} upload={upload} />
      )}
    </section>
  )
}

function ThisPlan({ session, plan, upload }: { session: string; plan: Plan; upload: PlanUpload }) {
  const { picture, width, height } = plan
  return (
    <>
      <p>
        {t('plan.desk_lead')} {t('plan.lead')}
      </p>
      {picture > 0 ? (
        <>
          <img
            src={`/api/pictures/${picture}?size=large&session=${session}`}
            alt={t('plan.alt')}
            width={width}
            height={height}
          />
          <p class="quiet-words">{t('plan.remove_on_tablet')}</p>
        </>
      ) : (
        <p class="quiet-words">{t('plan.none')}</p>
      )}
      <PageUpload
        label={t(picture > 0 ? 'plan.other' : 'plan.choose')}
        upload={upload}
        problem={upload.problem && t(upload.problem)}
      />
    </>
  )
}
