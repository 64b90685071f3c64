import { t } from '../../text/desk.ts'
import { hashes } from '../route.ts'
import { stepNumber } from './dossier-view.ts'
import { Pager } from './pager.tsx'
import { pageOf, type PlaceRow } from './portfolio-view.ts'
import { alarmText, dueText, nextText } from './row-text.ts'

const pageRows = 50

export function PortfolioTable(props: {
  rows: readonly PlaceRow[]
  page: number
  onTurn: (page: number) => void
}) {
  const view = pageOf(props.rows, props.page, pageRows)
  return (
    <>
      <table class="sessions portfolio">
        <caption class="visually-hidden">{t('portfolio.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.place')}</th>
            <th scope="col">{t('column.step')}</th>
            <th scope="col">{t('column.next')}</th>
            <th scope="col">{t('column.who')}</th>
            <th scope="col">{t('column.when')}</th>
            <th scope="col">{t('column.facilitator')}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => {
            const alarm = alarmText(row)
            return (
              <tr key={row.id}>
                <th scope="row">
                  <a href={hashes.trajectory(row.id)}>{row.place}</a>
                  {row.municipality && <span class="portfolio__where">{row.municipality}</span>}
                </th>
                <td data-label={t('column.step')}>
                  <span class="portfolio__step">
                    <b>{stepNumber(row.step)}</b> {t(`step.${row.step}`)}
                  </span>
                </td>
                <td data-label={t('column.next')}>{nextText(row)}</td>
                <td data-label={t('column.who')}>{row.next_who}</td>
                <td data-label={t('column.when')}>
                  {dueText(row)} {alarm && <strong class="quiet-sign">{alarm}</strong>}
                </td>
                <td data-label={t('column.facilitator')}>{row.facilitator}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Pager view={view} total={props.rows.length} onTurn={props.onTurn} />
    </>
  )
}
