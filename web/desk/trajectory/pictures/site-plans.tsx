import { usePlanUpload } from '../../../shared/use-plan-upload.ts'
import { t } from '../../../text/desk.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { all, type Dossier } from '../dossier-view.ts'
import type { OpenDossier } from '../dossier.ts'
import { EntryRow, TakenAwayRows } from '../rows.tsx'
import { ChooseFile } from './choose-file.tsx'
import { pictureAddress } from './picture-address.ts'
import './pictures.css'

/** Drawings and maps of the place. */
export function SitePlans({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const plans = all(shown, 'site_plan')
  const { pdf, page, setPage, percent, problem, choose, takePage } = usePlanUpload(
    { trajectory: shown.id, as: 'site_plan' },
    () => announce(t('pictures.arrived')),
  )
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
      {pdf && (
        <div class="entry-row__end">
          <TextField
            label={t('plan.page')}
            hint={pdf.name}
            inputMode="numeric"
            value={page}
            onInput={setPage}
            onEnter={takePage}
          />
          <Button onClick={takePage}>{t('plan.take_page')}</Button>
        </div>
      )}
      {percent !== undefined && (
        <p role="status" class="even-figures">
          {t('plan.sending', { percent })}
        </p>
      )}
      {problem && (
        <p class="form-error" role="alert">
          {t(problem === 'plan.quota' ? 'pictures.quota' : problem)}
        </p>
      )}
      <ChooseFile
        label={t('plan.choose')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        busy={percent !== undefined}
        onChoose={([file]) => choose(file)}
      />
    </section>
  )
}
