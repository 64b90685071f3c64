import { signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { hashes } from '../route.ts'
import { Sprouts } from '../sprouts.tsx'
import { goTo, trouble } from '../store.ts'
import { PortfolioTools } from '../portfolio/portfolio-tools.tsx'
import { moneyText } from './money-view.ts'
import { PortfolioField } from './portfolio-field.tsx'
import { PortfolioFilters } from './portfolio-filters.tsx'
import { PortfolioTable } from './portfolio-table.tsx'
import {
  dayOf,
  type Filters,
  filtered,
  noFilters,
  type PlaceRow,
  placeRows,
  totalsOf,
} from './portfolio-view.ts'
import { loadTrajectories, trajectories } from './trajectories.ts'
import './portfolio.css'

const refreshMs = 30_000

/** Outside the page: who comes back finds the list as it was left. */
const filters = signal<Filters>(noFilters)
const looksAt = signal<'drawing' | 'list'>('drawing')
const page = signal(0)

export function PortfolioPage() {
  useEffect(() => {
    void loadTrajectories()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void loadTrajectories()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [])
  const known = trajectories.value
  const rows = useMemo(() => known && placeRows(known, Date.now(), dayOf(Date.now())), [known])
  const found = useMemo(() => rows && filtered(rows, filters.value), [rows, filters.value])
  if (!rows || !found) return trouble.value ? null : <Spinner label={t('portfolio.loading')} />
  if (rows.length === 0) return <Empty />

  const change = (part: Partial<Filters>) => {
    filters.value = { ...filters.value, ...part }
    page.value = 0
  }
  const look = (at: 'drawing' | 'list') => {
    looksAt.value = at
    page.value = 0
  }
  const turn = (to: number) => {
    page.value = to
  }
  return (
    <>
      <Top rows={rows} onLook={look} />
      <PortfolioFilters rows={rows} filters={filters.value} onChange={change} />
      {found.length === 0 ? (
        <NothingFound onAll={() => change({ ...noFilters })} />
      ) : looksAt.value === 'drawing' ? (
        <PortfolioField rows={found} page={page.value} onTurn={turn} />
      ) : (
        <PortfolioTable rows={found} page={page.value} onTurn={turn} />
      )}
      {found.length > 0 && <TotalsLine rows={found} />}
      <PortfolioTools rows={found} />
    </>
  )
}

function Top({ rows, onLook }: { rows: readonly PlaceRow[]; onLook: (at: 'drawing' | 'list') => void }) {
  const running = rows.filter((row) => !row.is_archived && row.outcome === 'running')
  const asking = running.filter((row) => row.asksSomething).length
  const quiet = running.filter((row) => row.quiet).length
  return (
    <header class="top">
      <div class="top__words">
        <h1>{t('portfolio.title', { n: running.length })}</h1>
        <p>
          {asking > 0 ? t('portfolio.asking', { n: asking }) : t('portfolio.none_asking')}{' '}
          {quiet > 0 && <strong class="quiet-sign">{t('portfolio.quiet', { n: quiet })}</strong>}
        </p>
      </div>
      <div class="top__actions">
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons beside each other, not a form */}
        <div class="looks" role="group" aria-label={t('portfolio.look')}>
          <Button aria-pressed={looksAt.value === 'drawing'} onClick={() => onLook('drawing')}>
            {t('portfolio.drawing')}
          </Button>
          <Button aria-pressed={looksAt.value === 'list'} onClick={() => onLook('list')}>
            {t('portfolio.list')}
          </Button>
        </div>
        <Button kind="primary" icon="plus" onClick={() => goTo(hashes.newTrajectory)}>
          {t('portfolio.new')}
        </Button>
      </div>
    </header>
  )
}

function TotalsLine({ rows }: { rows: readonly PlaceRow[] }) {
  const { places, area, companies, trees, people, budget, refund } = totalsOf(rows)
  const parts = [
    t('portfolio.places_count', { n: places }),
    companies > 0 && t('portfolio.companies_count', { n: companies }),
    area > 0 && t('portfolio.area_count', { n: area }),
    trees > 0 && t('portfolio.trees_count', { n: trees }),
    people > 0 && t('portfolio.people_count', { n: people }),
    budget > 0 && t('portfolio.budget_count', { amount: moneyText(budget, language.value) }),
    refund > 0 && t('portfolio.refund_count', { amount: moneyText(refund, language.value) }),
  ]
  return <p class="totals">{t('portfolio.totals', { parts: parts.filter(Boolean).join(', ') })}</p>
}

function NothingFound({ onAll }: { onAll: () => void }) {
  return (
    <div class="nothing-found">
      <h2>{t('portfolio.nothing_title')}</h2>
      <p>{t('portfolio.nothing')}</p>
      <Button onClick={onAll}>{t('portfolio.show_all')}</Button>
    </div>
  )
}

function Empty() {
  return (
    <div class="account">
      <div class="account__words">
        <h1>{t('list.empty_title')}</h1>
        <p>{t('portfolio.empty')}</p>
        <Button kind="primary" icon="plus" onClick={() => goTo(hashes.newTrajectory)}>
          {t('portfolio.new')}
        </Button>
        <p class="quiet-words">
          <a class="link-button empty-link" href={hashes.importPlaces}>
            {t('tools.import')}
          </a>
        </p>
        <p class="quiet-words">
          {t('portfolio.empty_session')}{' '}
          <a class="link-button empty-link" href={hashes.new}>
            {t('list.new')}
          </a>
        </p>
      </div>
      <Sprouts />
    </div>
  )
}
