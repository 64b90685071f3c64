import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { all } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'
import type { PartProps } from './opening-fields.tsx'
import { proposedThanks } from './opening-view.ts'
import { putDown } from './propose.ts'

/** Who made it possible, and who has been told so. */
export function ThanksList({ dossier, shown }: PartProps) {
  const [busy, setBusy] = useState(false)
  const proposed = proposedThanks(shown, {
    working_group: t('opening.thanks_working_group'),
    funder: t('opening.thanks_funder'),
  })
  const propose = async () => {
    setBusy(true)
    await putDown(dossier, proposed)
    setBusy(false)
  }
  const tick = async (id: number, was: EntryOf<'thanks'>, thanked: boolean) => {
    const kept = await dossier.command('put_entry', { id, was, now: { ...was, thanked } })
    if (!kept.ok) showToast({ text: faultText(kept.error) })
  }
  return (
    <section aria-labelledby="thanks-title">
      <h2 id="thanks-title">{t('opening.thanks_title')}</h2>
      <p class="section-lead">{t('opening.thanks_lead')}</p>
      <ul class="entry-rows">
        {all(shown, 'thanks').map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.name })}
          >
            <div class="factor__words opening__tick">
              <Checkbox
                label={entry.what_for ? `${entry.name}, ${entry.what_for}` : entry.name}
                checked={entry.thanked}
                onChange={(on) => void tick(id, entry, on)}
              />
            </div>
            {entry.in_story && <p class="factor__by">{t('opening.thanks_in_story')}</p>}
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="thanks" />
      {proposed.length > 0 && (
        <Button icon="people" busy={busy} onClick={() => void propose()}>
          {t('opening.thanks_propose', { n: proposed.length })}
        </Button>
      )}
      <AddEntry dossier={dossier} kind="thanks" label={t('opening.thanks_add')} />
    </section>
  )
}
