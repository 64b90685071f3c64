import { t } from '../../../text/desk.ts'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier } from '../dossier-view.ts'
import { EntryForm, KeptMark } from '../entry-form.tsx'
import { AddEntry } from '../rows.tsx'
import { AskedPerson } from './asked-person.tsx'
import { FieldProposals } from './proposals.tsx'
import { agreementProposals } from './proposals-view.ts'

/** Who owns it and who looks after it, and their own yes. */
export function Agreements({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  return (
    <section class="well" aria-labelledby="agreement-title">
      <h2 id="agreement-title">
        {t('agreement.title')} <KeptMark dossier={dossier} name="agreement" />
      </h2>
      <p class="section-lead">{t('agreement.lead')}</p>
      <FieldProposals dossier={dossier} shown={shown} kind="agreement" proposals={agreementProposals(shown)} />
      <EntryForm dossier={dossier} name="agreement" kind="agreement" id={dossier.single('agreement')} />
      {(['ownership', 'upkeep'] as const).map((what) => (
        <div key={what}>
          <h3 class="plan-part">{t(`agreement.${what}`)}</h3>
          <ul class="entry-rows">
            {all(shown, 'confirmation')
              .filter(({ entry }) => entry.what_for === what)
              .map((one) => (
                <AskedPerson key={one.id} dossier={dossier} shown={shown} one={one} />
              ))}
          </ul>
          <AddEntry
            dossier={dossier}
            kind="confirmation"
            name={`new-confirm_${what}`}
            label={t(`agreement.add_${what}`)}
            fields={['name', 'email']}
            start={{ what_for: what }}
          />
        </div>
      ))}
    </section>
  )
}
