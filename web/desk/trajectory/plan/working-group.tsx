import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { ContactWays } from '../contact-ways.tsx'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { emptyEntry } from '../fields-view.ts'
import { AddEntry, TakenAwayRows } from '../rows.tsx'
import { ideaName } from '../session/choice-text.ts'
import { AskedPerson } from './asked-person.tsx'
import { groupOffers, type Offer } from './offers-view.ts'

/** Who carries the plan out: asked from those who came forward in the sessions, or added by hand. */
export function WorkingGroup({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const members = all(shown, 'confirmation').filter(({ entry }) => entry.what_for === 'working_group')
  const { chosen, others } = groupOffers(shown)
  return (
    <section aria-labelledby="group-title">
      <h2 id="group-title">{t('group.title')}</h2>
      <p class="section-lead">{t('group.lead')}</p>
      <ul class="entry-rows">
        {members.map((one) => (
          <AskedPerson key={one.id} dossier={dossier} shown={shown} one={one} />
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="confirmation" />
      {chosen.length > 0 && (
        <>
          <h3 class="plan-part">{t('group.offered')}</h3>
          <Offered dossier={dossier} shown={shown} offers={chosen} />
        </>
      )}
      {others.length > 0 && (
        <details class="group-others" open={chosen.length === 0 && members.length === 0}>
          <summary>{t('group.others', { n: others.length })}</summary>
          <Offered dossier={dossier} shown={shown} offers={others} />
        </details>
      )}
      <AddEntry
        dossier={dossier}
        kind="confirmation"
        name="new-working_group"
        label={t('group.add')}
        fields={['name', 'email']}
        start={{ what_for: 'working_group' }}
      />
    </section>
  )
}

/** Each is asked with one press, or all at once; how they are reached goes along where they gave it. */
function Offered({ dossier, shown, offers }: { dossier: OpenDossier; shown: Dossier; offers: readonly Offer[] }) {
  const [busy, setBusy] = useState(false)
  // Who only wants to hear of it is asked by name or not at all.
  const willing = offers.filter(({ by }) => by.entry.role !== 'informed')
  const ask = async (asked: readonly Offer[]) => {
    setBusy(true)
    for (const { by, email, mayBeNamed } of asked) {
      const now = {
        ...emptyEntry('confirmation'),
        name: by.entry.name,
        email,
        what_for: 'working_group' as const,
        commitment: by.id,
        may_be_named: mayBeNamed,
      }
      const done = await dossier.command('put_entry', { id: 0, was: null, now })
      // Another desk asked them at the same moment.
      if (done.ok || done.error === 'already_there') continue
      showToast({ text: faultText(done.error) })
      break
    }
    setBusy(false)
  }
  return (
    <>
      <ul class="group-offers">
        {offers.map((offer) => (
          <li key={offer.by.id}>
            <Button busy={busy} onClick={() => void ask([offer])}>
              {t('group.ask', { name: offer.by.entry.name })}
            </Button>
            <div>
              <p>{offer.said.map((one) => saidText(shown, one.entry)).join(', ')}</p>
              {offer.by.entry.organisation && <p>{offer.by.entry.organisation}</p>}
              <ContactWays email={offer.email} phone={offer.phone} />
            </div>
          </li>
        ))}
      </ul>
      {willing.length > 1 && (
        <Button kind="quiet" busy={busy} onClick={() => void ask(willing)}>
          {t('group.ask_all', { n: willing.length })}
        </Button>
      )}
    </>
  )
}

function saidText(shown: Dossier, said: Offer['by']['entry']): string {
  const idea = shown.entries.get(said.idea)?.entry
  const role = t(`role.${said.role}`).toLowerCase()
  return idea ? t('group.said', { role, idea: ideaName(shown, said.idea) }) : role
}
