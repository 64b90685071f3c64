import { useEffect, useMemo } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { hashes } from '../route.ts'
import { Sprouts } from '../sprouts.tsx'
import { goTo, lookAt, route, trouble } from '../store.ts'
import { PortfolioTools } from '../portfolio/portfolio-tools.tsx'
import { moneyText } from './money-view.ts'
import { addressOf, leftAt, type Look, lookOf } from './portfolio-address.ts'
import { PortfolioField } from './portfolio-field.tsx'
import { PortfolioFilters } from './portfolio-filters.tsx'
import { PortfolioTable } from './portfolio-table.tsx'
import {
  countsByStep,
  dayOf,
  type Filters,
  filtered,
  isFiltered,
  noFilters,
  type PlaceRow,
  placeRows,
  totalsOf,
} from './portfolio-view.ts'
import { loadTrajectories, trajectories } from './trajectories.ts'
import './portfolio.css'

const refreshMs = 30_000

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
  const query = route.value.page === 'trajectories' ? route.value.query : ''
  const look = useMemo(() => lookOf(query), [query])
  useEffect(() => {
    leftAt.value = addressOf(look)
  }, [look])
  const { filters, at } = look
  const found = useMemo(() => rows && filtered(rows, filters), [rows, filters])
  if (!rows || !found) return trouble.value ? <NotThere /> : <Spinner label={t('portfolio.loading')} />
  if (rows.length === 0) return <Empty />

  const show = (part: Partial<Look>, how: 'push' | 'replace' = 'push') =>
    lookAt(addressOf({ ...look, page: 0, ...part }), how)
  const change = (part: Partial<Filters>) =>
    show({ filters: { ...filters, ...part } }, 'search' in part || 'place' in part ? 'replace' : 'push')
  const turn = (page: number) => show({ page })
  const all = () => show({ filters: noFilters })
  return (
    <>
      <Top rows={rows} at={at} onLook={(wanted) => show({ at: wanted })} />
      <PortfolioFilters
        rows={rows}
        filters={filters}
        counts={countsByStep(found)}
        onChange={change}
        onAll={isFiltered(filters) ? all : undefined}
      />
      {found.length === 0 ? (
        <NothingFound onAll={all} />
      ) : at === 'drawing' ? (
        <PortfolioField rows={found} page={look.page} onTurn={turn} />
      ) : (
        <PortfolioTable rows={found} page={look.page} onTurn={turn} />
      )}
      {found.length > 0 && <TotalsLine rows={found} />}
      <PortfolioTools rows={found} />
    </>
  )
}

function Top(props: {
  rows: readonly PlaceRow[]
  at: Look['at']
  onLook: (at: Look['at']) => void
}) {
  const { rows, at, onLook } = props
  const running = rows.filter((row) => !row.is_archived && row.outcome === 'running')
  // A finished one too, for its upkeep.
  const asking = rows.filter((row) => row.asksSomething).length
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
          <Button aria-pressed={at === 'drawing'} onClick={() => onLook('drawing')}>
            {t('portfolio.drawing')}
          </Button>
          <Button aria-pressed={at === 'list'} onClick={() => onLook('list')}>
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
  const total = totalsOf(rows)
  const some = (key: Exclude<keyof typeof total, 'budget' | 'refund' | 'ended'>) =>
    (total[key] > 0 || key === 'places') && t(`portfolio.total_${key}`, { n: total[key] })
  const parts = [
    some('places'),
    some('companies'),
    some('area'),
    some('plannedTrees'),
    some('joined'),
    total.budget > 0 && t('portfolio.budget_count', { amount: moneyText(total.budget, language.value) }),
  ]
  const measured = [some('measuredArea'), some('trees'), some('people')].filter(Boolean)
  return (
    <div class="totals">
      <p>{t('portfolio.totals', { parts: parts.filter(Boolean).join(', ') })}</p>
      {measured.length > 0 && <p>{t('portfolio.measured', { parts: measured.join(', ') })}</p>}
      {total.ended > 0 && (
        <p>
          {t('portfolio.ended', { n: total.ended })}
          {total.refund > 0 &&
            ` ${t('portfolio.ended_refund', { amount: moneyText(total.refund, language.value) })}`}
        </p>
      )}
    </div>
  )
}

/** Why stands in the strip above; it comes by itself too. */
function NotThere() {
  return (
    <div class="nothing-found">
      <h1>{t('portfolio.not_there_title')}</h1>
      <p>{t('portfolio.not_there')}</p>
      <Button onClick={() => void loadTrajectories()}>{t('word.again')}</Button>
    </div>
  )
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
