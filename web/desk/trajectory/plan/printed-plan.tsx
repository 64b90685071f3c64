import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { longDate, weekDay } from '../../dates.ts'
import { all, type Dossier, first } from '../dossier-view.ts'
import { moneyText } from '../money-view.ts'
import '../printed.css'
import { answerText } from './asked-person.tsx'
import { SumTable } from './money.tsx'
import { newestVersion } from './plan-gate.tsx'
import { inOrder, seasonTexts, spanText } from './planning.tsx'
import { chosenIdea } from './plan-step.tsx'
import { sumsOf } from './sums-view.ts'
import { tasksOfPlan } from './tasks.tsx'

/** The project plan on A4: only on paper. */
export function PrintedPlan({ shown }: { shown: Dossier }) {
  const place = first(shown, 'place')?.entry
  const plan = first(shown, 'plan')?.entry
  const agreed = first(shown, 'agreement')?.entry
  const sums = sumsOf(shown)
  const money = (cents: number) => moneyText(cents, language.value)
  const idea = chosenIdea(shown)
  const newest = newestVersion(shown)
  const { ready_as: ready } = shown.plan
  return (
    <section class="printed printed-plan" aria-hidden="true">
      <h1>
        {t('print.plan')} {place?.name}
      </h1>
      <p class="printed__lead">
        {[place?.address, place?.municipality, idea && t('project.lead', { idea })].filter(Boolean).join(' · ')}
      </p>
      <p>
        {ready > 0
          ? t('print.version', { n: ready })
          : newest > 0
            ? t('print.version_changed', { n: newest })
            : t('print.draft')}{' '}
        {t('print.made', { date: longDate(Date.now(), language.value) })}
        {shown.facilitator && ` ${t('print.facilitator', { name: shown.facilitator })}`}
      </p>
      <h2>{t('project.title')}</h2>
      <p class="printed__text">{plan?.goal_note || t('print.not_yet')}</p>
      <Pairs
        pairs={[
          [t('entry.plan.spot'), plan?.spot],
          [t('entry.plan.area_m2'), plan?.area_m2 ? String(plan.area_m2) : undefined],
          [t('entry.plan.trees'), plan?.trees ? String(plan.trees) : undefined],
          [t('entry.plan.tiles_out'), plan?.tiles_out ? String(plan.tiles_out) : undefined],
          [t('entry.plan.starts_on'), plan?.starts_on && longDate(plan.starts_on, language.value)],
          [t('entry.plan.ends_on'), plan?.ends_on && longDate(plan.ends_on, language.value)],
        ]}
      />
      <h2>{t('project.costs')}</h2>
      <Table
        heads={[t('print.what'), t('print.basis'), t('print.amount')]}
        rows={all(shown, 'cost').map(({ id, entry }) => [
          id,
          [entry.what, entry.in_kind && t('project.in_kind'), entry.hours > 0 && t('project.hours', { n: entry.hours })]
            .filter(Boolean)
            .join(', '),
          entry.basis || t('project.no_basis'),
          money(entry.amount),
        ])}
      />
      <h2>{t('project.covers')}</h2>
      <Table
        heads={[t('print.what'), t('print.state'), t('print.amount')]}
        rows={all(shown, 'cover').map(({ id, entry }) => [
          id,
          entry.what,
          t(`cover_state.${entry.state}`),
          money(entry.amount),
        ])}
      />
      <SumTable sums={sums} percent={plan?.contingency_percent ?? 0} />
      <h2>{t('planning.title')}</h2>
      <Table
        heads={[t('print.what'), t('print.by_whom'), t('print.by_when')]}
        rows={inOrder(shown).map(({ id, entry }) => [
          id,
          [entry.what, ...seasonTexts(shown, entry)].join('. '),
          entry.who,
          spanText(entry),
        ])}
      />
      <h2>{t('tasks.title')}</h2>
      <Table
        heads={[t('print.what'), t('print.by_whom'), t('print.by_when'), t('print.state')]}
        rows={tasksOfPlan(shown).map(({ id, entry }) => [
          id,
          entry.what,
          entry.who || t('tasks.nobody'),
          entry.due ? weekDay(entry.due, language.value) : t('tasks.no_day'),
          t(`task_state.${entry.state}`),
        ])}
      />
      <h2>{t('agreement.title')}</h2>
      <Pairs
        pairs={[
          [t('entry.agreement.owner_of_ground'), agreed?.owner_of_ground || t('print.not_yet')],
          [t('entry.agreement.maintainer'), agreed?.maintainer || t('print.not_yet')],
          [t('entry.agreement.frequency'), agreed?.frequency || t('print.not_yet')],
          [
            t('entry.agreement.ends_on'),
            agreed?.ends_on ? longDate(agreed.ends_on, language.value) : t('print.not_yet'),
          ],
          [t('entry.agreement.ownership_note'), agreed?.ownership_note],
          [t('entry.agreement.upkeep_note'), agreed?.upkeep_note],
        ]}
      />
      <ul>
        {all(shown, 'confirmation').map(({ id, entry }) => (
          <li key={id}>
            {entry.name} ({t(`confirms.${entry.what_for}`)}): {answerText(entry, shown.plan.letter_gone.includes(id))}
          </li>
        ))}
      </ul>
      <h2>{t('risks.title')}</h2>
      <ul>
        {all(shown, 'risk').map(({ id, entry }) => (
          <li key={id}>{[entry.what, entry.measure_note, entry.who].filter(Boolean).join(' · ')}</li>
        ))}
        {all(shown, 'permit').map(({ id, entry }) => (
          <li key={id}>
            {[entry.what, t(`permit.${entry.state}`), entry.authority].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
      <p class="printed-plan__sign">{t('print.signature')}</p>
      <p class="printed-plan__sign">{t('print.signature_upkeep')}</p>
    </section>
  )
}

function Pairs({ pairs }: { pairs: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl>
      {pairs.flatMap(([label, text]) =>
        text
          ? [
              <dt key={label}>{label}</dt>,
              <dd key={`${label}-text`} class="printed__text">
                {text}
              </dd>,
            ]
          : [],
      )}
    </dl>
  )
}

function Table({
  heads,
  rows,
}: {
  heads: readonly string[]
  rows: readonly (readonly [number, ...string[]])[]
}) {
  if (rows.length === 0) return <p>{t('print.not_yet')}</p>
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([id, ...cells]) => (
          <tr key={id}>
            {cells.map((cell, i) => (
              <td key={heads[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
