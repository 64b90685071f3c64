import { useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { TrajectorySummary } from '../../shared/trajectory.ts'
import { save } from '../download.ts'
import { hashes } from '../route.ts'
import { dossiersFile } from './dossiers-file.ts'
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
  const [going, setGoing] = useState<number>()
  const dossiers = async () => {
    if (going !== undefined) return
    const ids = rows.map(({ id }) => id)
    const file = await dossiersFile(ids, Date.now(), setGoing)
    setGoing(undefined)
    if (file) save(file, fileName('json', Date.now(), 'dossiers'))
    else showToast({ text: t('tools.dossiers_failed') })
  }
  return (
    <nav class="portfolio-tools" aria-label={t('tools.label')}>
      <a href={hashes.importPlaces}>{t('tools.import')}</a>
      <a href={hashes.approach}>{t('approach.title')}</a>
      <a href={hashes.catalogue}>{t('catalogue.title')}</a>
      {rows.length > 0 && (
        <>
          <Button kind="quiet" title={t('tools.which', { n: rows.length })} onClick={csv}>
            {t('tools.csv')}
          </Button>
          <Button kind="quiet" title={t('tools.which', { n: rows.length })} onClick={json}>
            {t('tools.json')}
          </Button>
          <Button
            kind="quiet"
            title={t('tools.which', { n: rows.length })}
            busy={going !== undefined}
            onClick={() => void dossiers()}
          >
            {t('tools.dossiers')}
          </Button>
          {going !== undefined && (
            <span role="status">{t('tools.dossiers_going', { done: going, n: rows.length })}</span>
          )}
          <span class="quiet-words">{t('tools.which', { n: rows.length })}</span>
        </>
      )}
    </nav>
  )
}
