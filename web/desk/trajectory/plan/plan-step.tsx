import { useEffect } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { loadApproach } from '../../portfolio/approach-store.ts'
import type { OpenDossier } from '../dossier.ts'
import type { Dossier } from '../dossier-view.ts'
import { EntryForm, KeptMark } from '../entry-form.tsx'
import { Agreements } from './agreements.tsx'
import { CalendarFeeds } from './calendar-feeds.tsx'
import { Money } from './money.tsx'
import { Planning } from './planning.tsx'
import { PlanGate } from './plan-gate.tsx'
import { Permits, Risks } from './risks.tsx'
import { FieldProposals } from './proposals.tsx'
import { planProposals } from './proposals-view.ts'
import { PlanRoute } from './route.tsx'
import { chosenIdeas } from './route-view.ts'
import { Tasks } from './tasks.tsx'
import { Versions } from './versions.tsx'
import { WorkingGroup } from './working-group.tsx'
import './plan.css'

/** Step 4: what is made, what it costs, when, by whom, and who looks after it later. */
export function PlanStep({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  return (
    <div class="green-date plan-step">
      <div class="green-date__main">
        <Goal dossier={dossier} shown={shown} />
        <Money dossier={dossier} shown={shown} />
        <Planning dossier={dossier} shown={shown} />
        <Tasks dossier={dossier} shown={shown} />
        <Agreements dossier={dossier} shown={shown} />
        <Risks dossier={dossier} shown={shown} />
        <Permits dossier={dossier} shown={shown} />
      </div>
      <aside class="green-date__side">
        <PlanGate dossier={dossier} shown={shown} />
        <WorkingGroup dossier={dossier} shown={shown} />
        <Versions shown={shown} />
        <CalendarFeeds dossier={dossier} shown={shown} />
      </aside>
    </div>
  )
}

/** What was chosen in step 3, in its own words. */
export function chosenIdea(shown: Dossier): string {
  return chosenIdeas(shown)
    .map(({ entry }) => entry.name)
    .join(' + ')
}

function Goal({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const idea = chosenIdea(shown)
  useEffect(() => void loadApproach(), [])
  return (
    <section class="well" aria-labelledby="plan-title">
      <h2 id="plan-title">
        {t('project.title')} <KeptMark dossier={dossier} name="plan" />
      </h2>
      {idea && <p class="section-lead">{t('project.lead', { idea })}</p>}
      <PlanRoute dossier={dossier} shown={shown} />
      <FieldProposals dossier={dossier} shown={shown} kind="plan" proposals={planProposals(shown)} />
      <EntryForm dossier={dossier} name="plan" kind="plan" id={dossier.single('plan')} />
    </section>
  )
}
