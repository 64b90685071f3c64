import { usePlanUpload } from '../../../shared/use-plan-upload.ts'
import { t } from '../../../text/desk.ts'
import { announce } from '../../../ui/announcer.tsx'
import { PageUpload } from '../../../ui/page-upload.tsx'
import { all, type Dossier } from '../dossier-view.ts'
import type { OpenDossier } from '../dossier.ts'
import { EntryRow, TakenAwayRows } from '../rows.tsx'
import { pictureAddress } from './picture-address.ts'
import { pictureProblem } from './picture-problem.ts'
import './pictures.css'

/** Drawings and maps of the place. */
export function SitePlans({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const plans = all(shown, 'site_plan')
  const upload = usePlanUpload({ trajectory: shown.id, as: 'site_plan' }, () => announce(t('pictures.arrived')))
  return (
    <section class="well" aria-labelledby="site-plans-title">
      <h2 id="site-plans-title">{t('plan.title')}</h2>
      <p class="section-lead">{t('plan.lead')}</p>
      <ul class="entry-rows">
        {plans.map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.description || t('kind.site_plan') })}
          >
            <a class="picture-plan" href={pictureAddress(shown.id, id, 'large')} target="_blank" rel="noopener">
              <img
                src={pictureAddress(shown.id, id, 'large')}
                alt={entry.description || t('plan.alt')}
                loading="lazy"
              />
            </a>
            <p class="factor__words">{entry.description || t('pictures.no_description')}</p>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="site_plan" />
      <PageUpload label={t('plan.choose')} upload={upload} problem={pictureProblem(upload.problem)} />
    </section>
  )
}
