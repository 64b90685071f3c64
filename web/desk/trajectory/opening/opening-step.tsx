import { t } from '../../../text/desk.ts'
import { type Dossier, first } from '../dossier-view.ts'
import { Photos } from '../pictures/photos.tsx'
import { Checklist } from './checklist.tsx'
import { FinishGate } from './finish-gate.tsx'
import { Invitation } from './invitation.tsx'
import { Neighbours } from './neighbours.tsx'
import { NextRound } from './next-round.tsx'
import { OpeningFields, type PartProps } from './opening-fields.tsx'
import { Story } from './story.tsx'
import { ThanksList } from './thanks-list.tsx'
import { UpkeepList } from './upkeep-list.tsx'
import './opening.css'

/** Step 5: the party, what it came to, and what comes after it. */
export function OpeningStep({ dossier, shown }: PartProps) {
  return (
    <div class="green-date opening">
      <div class="green-date__main">
        <OpeningFields
          dossier={dossier}
          part="party"
          fields={['held_on', 'starts_at', 'ends_at', 'location']}
        />
        <Checklist dossier={dossier} shown={shown} />
        <Invitation dossier={dossier} shown={shown} />
        <Photos dossier={dossier} shown={shown} />
        <OpeningFields
          dossier={dossier}
          part="measured"
          fields={['area_m2', 'trees', 'tiles_out', 'people']}
          lead={plannedText(shown)}
        />
        <ThanksList dossier={dossier} shown={shown} />
        <Story dossier={dossier} shown={shown} />
      </div>
      <aside class="green-date__side">
        <FinishGate dossier={dossier} shown={shown} />
        <UpkeepList dossier={dossier} shown={shown} />
        <Neighbours dossier={dossier} shown={shown} />
        <NextRound dossier={dossier} shown={shown} />
      </aside>
    </div>
  )
}

/** What the plan promised, beside what was measured. */
function plannedText(shown: Dossier): string {
  const plan = first(shown, 'plan')?.entry
  if (!plan) return ''
  const parts = [
    plan.area_m2 > 0 && t('opening.area_count', { n: plan.area_m2 }),
    plan.trees > 0 && t('portfolio.trees_count', { n: plan.trees }),
    plan.tiles_out > 0 && t('opening.tiles_count', { n: plan.tiles_out }),
  ].filter(Boolean)
  return parts.length > 0 ? t('opening.planned', { parts: parts.join(', ') }) : ''
}
