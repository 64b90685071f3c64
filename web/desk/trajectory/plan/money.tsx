import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, first } from '../dossier-view.ts'
import { FactorSign } from '../../../ui/draw/factor-sign.tsx'
import { moneyText } from '../money-view.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'
import { LineProposals } from './proposals.tsx'
import { costProposals, coverProposals } from './proposals-view.ts'
import { type Sums, sumsOf } from './sums-view.ts'

/** What it costs, what covers it, and whether that is enough. */
export function Money({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const money = (cents: number) => moneyText(cents, language.value)
  return (
    <section aria-labelledby="money-title">
      <h2 id="money-title">{t('project.money')}</h2>
      <h3 class="plan-part">{t('project.costs')}</h3>
      <ul class="entry-rows">
        {all(shown, 'cost').map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.what })}
          >
            <div class="factor__words">
              <h4>{entry.what}</h4>
              <p>
                {[
                  entry.basis || t('project.no_basis'),
                  entry.in_kind && t('project.in_kind'),
                  entry.hours > 0 && t('project.hours', { n: entry.hours }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <p class={`plan-amount ${entry.in_kind ? 'plan-amount--aside' : ''}`}>{money(entry.amount)}</p>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="cost" />
      <LineProposals dossier={dossier} proposals={costProposals(shown)} />
      <AddEntry dossier={dossier} kind="cost" label={t('project.add_cost')} />
      <h3 class="plan-part">{t('project.covers')}</h3>
      <ul class="entry-rows">
        {all(shown, 'cover').map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.what })}
          >
            <FactorSign colour={entry.state === 'hoped' ? 'amber' : 'green'} />
            <div class="factor__words">
              <h4>{entry.what}</h4>
              <p>{[t(`cover_state.${entry.state}`), entry.who, entry.note].filter(Boolean).join(' · ')}</p>
            </div>
            <p class={`plan-amount ${entry.state === 'hoped' ? 'plan-amount--aside' : ''}`}>
              {money(entry.amount)}
            </p>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="cover" />
      <LineProposals dossier={dossier} proposals={coverProposals(shown)} />
      <AddEntry dossier={dossier} kind="cover" label={t('project.add_cover')} />
      <SumTable sums={sumsOf(shown)} percent={first(shown, 'plan')?.entry.contingency_percent ?? 0} />
    </section>
  )
}

export function SumTable({ sums, percent }: { sums: Sums; percent: number }) {
  const money = (cents: number) => moneyText(cents, language.value)
  const isEmpty = sums.needed === 0 && sums.promised === 0 && sums.received === 0
  const lines: [string, number, boolean][] = [
    [t('project.sum_cost'), sums.cost, true],
    [t('project.sum_contingency', { percent }), sums.contingency, percent > 0],
    [t('project.sum_needed'), sums.needed, percent > 0],
    [t('project.sum_received'), sums.received, sums.received > 0],
    [t('project.sum_promised'), sums.promised, true],
    [t('project.sum_hoped'), sums.hoped, sums.hoped > 0],
    [t('project.sum_in_kind'), sums.inKind, sums.inKind > 0],
  ]
  return (
    <div class="plan-sums">
      <dl>
        {lines.flatMap(([label, cents, isShown]) =>
          isShown
            ? [
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{money(cents)}</dd>
                </div>,
              ]
            : [],
        )}
        {sums.hours > 0 && (
          <div>
            <dt>{t('project.sum_hours')}</dt>
            <dd>{t('project.hours', { n: sums.hours })}</dd>
          </div>
        )}
      </dl>
      <p class="plan-sums__result" role="status">
        <FactorSign colour={isEmpty ? 'open' : sums.short > 0 ? 'red' : 'green'} />
        <strong>
          {isEmpty
            ? t('project.nothing')
            : sums.short > 0
              ? t('project.short', { amount: money(sums.short) })
              : sums.short < 0
                ? t('project.over', { amount: money(-sums.short) })
                : t('project.even')}
        </strong>
      </p>
      {sums.short > 0 && sums.hoped > 0 && (
        <p>
          {sums.hoped >= sums.short
            ? t('project.covered_hoped')
            : t('project.short_hoped', { amount: money(sums.short - sums.hoped) })}
        </p>
      )}
    </div>
  )
}
