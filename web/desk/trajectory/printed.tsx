import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { longDate } from '../dates.ts'
import { all, type Dossier, first } from './dossier-view.ts'
import { FactorSign } from '../../ui/draw/factor-sign.tsx'
import { lackLines } from './lack-view.ts'
import { moneyText } from './money-view.ts'
import { nextWords } from './next-text.ts'
import { stepReason } from './step-reason.tsx'
import './printed.css'

/** The result of the green date on A4: only on paper. */
export function Printed({ shown }: { shown: Dossier }) {
  const place = first(shown, 'place')?.entry
  const support = first(shown, 'support')?.entry
  const byHand = first(shown, 'next_action')?.entry
  const next = byHand ?? (shown.next.kind === 'nothing' ? undefined : { ...shown.next, what: nextWords(shown.next) })
  const { progress, missing } = shown
  const money = (cents: number) => (cents > 0 ? moneyText(cents, language.value) : t('print.not_yet'))
  return (
    <section class="printed" aria-hidden="true">
      <h1>{place?.name}</h1>
      <p class="printed__lead">
        {[place && t(`sort.${place.sort}`), place?.address, place?.municipality].filter(Boolean).join(' · ')}
      </p>
      <p>
        {t('print.made', { date: longDate(Date.now(), language.value) })}
        {shown.facilitator && ` ${t('print.facilitator', { name: shown.facilitator })}`}
      </p>
      {place?.about && <p class="printed__text">{place.about}</p>}
      <h2>{t('print.result')}</h2>
      {progress.outcome !== 'running' && (
        <>
          <p>{t(`ended.${progress.outcome}`)}</p>
          {progress.reason && <p class="printed__text">{t('ended.why', { reason: progress.reason })}</p>}
        </>
      )}
      {progress.step !== 'green_date' ? (
        <p class="printed__text">{stepReason(shown, 'green_date') || t('event.step_opened', { n: 2 })}</p>
      ) : (
        progress.outcome === 'running' && (
          <>
            <p>{missing.length === 0 ? t('print.open') : t('print.shut', { n: missing.length })}</p>
            <p class="printed__text">{stepReason(shown, 'green_date')}</p>
          </>
        )
      )}
      {progress.refund > 0 && (
        <p>{t('ended.refund', { amount: moneyText(progress.refund, language.value) })}</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('print.factor')}</th>
            <th scope="col">{t('entry.factor.colour')}</th>
            <th scope="col">{t('entry.factor.note')}</th>
            <th scope="col">{t('entry.factor.said_by')}</th>
          </tr>
        </thead>
        <tbody>
          {all(shown, 'factor').map(({ id, entry }) => {
            const about = shown.factors.get(id)
            return (
              <tr key={id}>
                <th scope="row">{entry.name}</th>
                <td class="printed__colour">
                  <FactorSign colour={entry.colour} /> {t(`colour.${entry.colour}`)}
                </td>
                <td class="printed__text">{entry.note}</td>
                <td>
                  {entry.said_by}
                  {entry.colour !== 'open' && about && (
                    <small> {longDate(about.noted_at, language.value)}</small>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <h2>{t('people.title')}</h2>
      <ul>
        {all(shown, 'contact').map(({ id, entry }) => (
          <li key={id}>
            {[
              entry.name,
              t(`contact.${entry.role}`),
              entry.organisation,
              entry.hours_a_week > 0 && t('people.hours', { n: entry.hours_a_week }),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
        {all(shown, 'company').map(({ id, entry }) => (
          <li key={id}>{[entry.name, entry.trade].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
      <h2>{t('support.title')}</h2>
      <dl>
        <dt>{t('entry.support.budget')}</dt>
        <dd>{money(support?.budget ?? 0)}</dd>
        <dt>{t('entry.support.fee')}</dt>
        <dd>{support?.fee ? t('print.vat_free', { amount: money(support.fee) }) : money(0)}</dd>
        {support?.paid_by && (
          <>
            <dt>{t('entry.support.paid_by')}</dt>
            <dd>{support.paid_by}</dd>
          </>
        )}
        <dt>{t('entry.support.colleagues')}</dt>
        <dd class="printed__text">{support?.colleagues || t('print.not_yet')}</dd>
        <dt>{t('entry.support.neighbours')}</dt>
        <dd class="printed__text">{support?.neighbours || t('print.not_yet')}</dd>
      </dl>
      {missing.length > 0 && (
        <>
          <h2>{t('print.missing')}</h2>
          <ul>
            {lackLines(shown, missing).map(({ lack, n, name }) => (
              <li key={`${lack.what}-${lack.entry}`}>
                {t(`lack.${lack.what}`, { n, name })}
              </li>
            ))}
          </ul>
        </>
      )}
      {next && (
        <>
          <h2>{t('next.title')}</h2>
          <p>
            {[next.what, next.who, next.due && longDate(next.due, language.value)].filter(Boolean).join(', ')}
          </p>
        </>
      )}
    </section>
  )
}
