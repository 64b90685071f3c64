import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/draw/icon.tsx'
import type { OpenDossier } from '../dossier.ts'
import type { Dossier } from '../dossier-view.ts'
import { EntryForm } from '../entry-form.tsx'
import { faultText } from '../fault-text.ts'
import { dayOf } from '../portfolio-view.ts'
import { addProposed } from './proposed-criteria.tsx'

const name = 'new-decider'

/** The matrix stays closed until it is said who decides. */
export function WhoDecides({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const record = async (event: Event) => {
    event.preventDefault()
    // Agreed today, unless another day was typed.
    if (!dossier.forms.value.get(name)?.drafts.agreed_on)
      dossier.type(name, 'decider', 0, 'agreed_on', dayOf(Date.now()))
    setBusy(true)
    setFault(undefined)
    const refusal = await dossier.add(name)
    if (refusal && !refusal.ok && refusal.error !== 'too_many') {
      setBusy(false)
      return setFault(faultText(refusal.error))
    }
    dossier.drop(name)
    await addProposed(dossier, shown)
  }
  return (
    <div class="choice choice--closed">
      <section class="choice__main" aria-labelledby="decides-title">
        <h2 id="decides-title">{t('decides.title')}</h2>
        <p class="section-lead">{t('decides.lead')}</p>
        <form class="add-entry" onSubmit={(event) => void record(event)} noValidate>
          <EntryForm
            dossier={dossier}
            name={name}
            kind="decider"
            id={0}
            fields={['who', 'agreed_on', 'note']}
          />
          <p class="form-error" role="alert">
            {fault}
          </p>
          <div class="entry-row__end">
            <Button type="submit" kind="primary" busy={busy}>
              {t('decides.record')}
            </Button>
          </div>
        </form>
        <div class="matrix-shut">
          <Icon name="lock" size="1.75rem" />
          <p>{t('matrix.shut')}</p>
        </div>
      </section>
    </div>
  )
}
