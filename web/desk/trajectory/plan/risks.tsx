import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { weekDay } from '../../dates.ts'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier } from '../dossier-view.ts'
import { FactorSign } from '../../../ui/draw/factor-sign.tsx'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'

export function Risks({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  return (
    <section aria-labelledby="risks-title">
      <h2 id="risks-title">{t('risks.title')}</h2>
      <ul class="entry-rows">
        {all(shown, 'risk').map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.what })}
          >
            <FactorSign colour={entry.measure_note ? 'green' : 'amber'} />
            <div class="factor__words">
              <h4>{entry.what}</h4>
              <p>
                {[
                  t('risks.line', {
                    chance: t(`level.${entry.chance}`),
                    effect: t(`level.${entry.effect}`),
                  }),
                  entry.measure_note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <p class="factor__by">{entry.who}</p>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="risk" />
      <AddEntry dossier={dossier} kind="risk" label={t('risks.add')} />
    </section>
  )
}

const colourOf = {
  to_find_out: 'open',
  not_needed: 'green',
  to_ask: 'amber',
  asked: 'amber',
  granted: 'green',
  refused: 'red',
} as const satisfies Record<EntryOf<'permit'>['state'], string>

export function Permits({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  return (
    <section aria-labelledby="permits-title">
      <h2 id="permits-title">{t('permits.title')}</h2>
      <ul class="entry-rows">
        {all(shown, 'permit').map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.what })}
          >
            <FactorSign colour={colourOf[entry.state]} />
            <div class="factor__words">
              <h4>{entry.what}</h4>
              <p>{[t(`permit.${entry.state}`), entry.authority, entry.note].filter(Boolean).join(' · ')}</p>
            </div>
            <p class="factor__by">{entry.due && weekDay(entry.due, language.value)}</p>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="permit" />
      <AddEntry dossier={dossier} kind="permit" label={t('permits.add')} />
    </section>
  )
}
