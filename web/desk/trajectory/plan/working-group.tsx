import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, first, type OneOf } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { emptyEntry } from '../fields-view.ts'
import { AddEntry, TakenAwayRows } from '../rows.tsx'
import { AskedPerson } from './asked-person.tsx'

/** Who carries the plan out: asked from those who came forward in the session, or added by hand. */
export function WorkingGroup({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const members = all(shown, 'confirmation').filter(({ entry }) => entry.what_for === 'working_group')
  const offered = offers(shown, members)
  const askFor = async ({ id, entry }: OneOf<'commitment'>) => {
    const now = {
      ...emptyEntry('confirmation'),
      name: entry.name,
      email: entry.email,
      what_for: 'working_group' as const,
      commitment: id,
    }
    const done = await dossier.command('put_entry', { id: 0, was: null, now })
    // Another desk asked them at the same moment.
    if (!done.ok && done.error !== 'already_there') showToast({ text: faultText(done.error) })
  }
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
      {offered.length > 0 && (
        <>
          <h3 class="plan-part">{t('group.offered')}</h3>
          <ul class="group-offers">
            {offered.map((one) => (
              <li key={one.id}>
                <Button onClick={() => void askFor(one)}>{t('group.ask', { name: one.entry.name })}</Button>
              </li>
            ))}
          </ul>
        </>
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

/** Who wanted to lead or help with what was chosen, and was not asked yet. */
function offers(shown: Dossier, members: readonly OneOf<'confirmation'>[]): OneOf<'commitment'>[] {
  const choice = first(shown, 'choice')?.entry
  const ideas = choice?.outcome === 'chosen' ? [choice.idea, choice.combined_with].filter(Boolean) : []
  const asked = new Set(members.map(({ entry }) => entry.commitment))
  return all(shown, 'commitment').filter(
    ({ id, entry }) =>
      ideas.includes(entry.idea) && (entry.role === 'lead' || entry.role === 'help') && !asked.has(id),
  )
}
