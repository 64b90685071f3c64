import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import type { TrajectorySummary } from '../../shared/trajectory.ts'
import { save } from '../download.ts'
import { hashes } from '../route.ts'
import { fileName, portfolioCsv, portfolioJson } from './portfolio-export.ts'
import './portfolio-pages.css'

/** What is done with many places at once: brought in, and saved as they are filtered now. */
export function PortfolioTools({ rows }: { rows: readonly TrajectorySummary[] }) {
  const csv = () => {
    const text = portfolioCsv(rows, language.value === 'en' ? 'en' : 'nl')
    save(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName('csv', Date.now()))
  }
  const json = () =>
    save(
      new Blob([portfolioJson(rows, Date.now())], { type: 'application/json' }),
      fileName('json', Date.now()),
    )
  return (
    <nav class="portfolio-tools" aria-label={t('tools.label')}>
      <a href={hashes.importPlaces}>{t('tools.import')}</a>
      <a href={hashes.approach}>{t('approach.title')}</a>
      {rows.length > 0 && (
        <>
          <Button kind="quiet" title={t('tools.which', { n: rows.length })} onClick={csv}>
            {t('tools.csv')}
          </Button>
          <Button kind="quiet" title={t('tools.which', { n: rows.length })} onClick={json}>
            {t('tools.json')}
          </Button>
          <span class="quiet-words">{t('tools.which', { n: rows.length })}</span>
        </>
      )}
    </nav>
  )
}
