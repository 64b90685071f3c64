import { useId, useMemo } from 'preact/hooks'
import type { Step } from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { steps } from './dossier-view.ts'
import { choices, type Filters, outcomes, type PlaceRow } from './portfolio-view.ts'

export function PortfolioFilters(props: {
  rows: readonly PlaceRow[]
  filters: Filters
  /** Of what is found, by step. */
  counts: ReadonlyMap<Step, number>
  onChange: (part: Partial<Filters>) => void
  /** Lets go of all of them; absent when there is none. */
  onAll: (() => void) | undefined
}) {
  const { rows, filters, counts, onChange, onAll } = props
  const search = useId()
  const place = useId()
  const offered = useMemo(
    () => ({
      municipality: choices(rows, (row) => row.municipality),
      funder: choices(rows, (row) => row.funder),
      facilitator: choices(rows, (row) => row.facilitator),
    }),
    [rows],
  )
  const archived = rows.filter((row) => row.is_archived).length
  const overdue = rows.filter((row) => row.overdue).length
  const quiet = rows.filter((row) => row.quiet).length
  const hasSigns = overdue + quiet + archived > 0 || onAll !== undefined
  return (
    <search class="filters">
      <div class="filters__one filters__search">
        <label for={search}>{t('filter.search')}</label>
        <input
          id={search}
          class="ui-field-control"
          type="search"
          value={filters.search}
          maxLength={120}
          placeholder={t('filter.search_hint')}
          onInput={(event) => onChange({ search: event.currentTarget.value })}
        />
      </div>
      <div class="filters__one">
        <label for={place}>{t('filter.place')}</label>
        <input
          id={place}
          class="ui-field-control"
          type="search"
          value={filters.place}
          maxLength={120}
          onInput={(event) => onChange({ place: event.currentTarget.value })}
        />
      </div>
      <Choice
        label={t('filter.step')}
        value={filters.step}
        options={steps.map((step, i) => [
          step,
          `${i + 1}. ${t(`step.${step}`)}${filters.step === '' ? ` (${counts.get(step) ?? 0})` : ''}`,
        ])}
        onChange={(step) => onChange({ step: step as Filters['step'] })}
      />
      <Choice
        label={t('filter.outcome')}
        value={filters.outcome}
        options={outcomes.map((one) => [one, t(`filter.outcome_${one}`)])}
        onChange={(outcome) => onChange({ outcome: outcome as Filters['outcome'] })}
      />
      {(['municipality', 'funder', 'facilitator'] as const).map(
        (name) =>
          offered[name].length > 0 && (
            <Choice
              key={name}
              label={t(`filter.${name}`)}
              value={filters[name]}
              options={offered[name].map((one) => [one, one])}
              onChange={(value) => onChange({ [name]: value })}
            />
          ),
      )}
      {hasSigns && (
        <div class="filters__signs">
          {(overdue > 0 || filters.overdue) && (
            <Checkbox
              label={t('filter.overdue', { n: overdue })}
              checked={filters.overdue}
              onChange={(on) => onChange({ overdue: on })}
            />
          )}
          {(quiet > 0 || filters.quiet) && (
            <Checkbox
              label={t('filter.quiet', { n: quiet })}
              checked={filters.quiet}
              onChange={(on) => onChange({ quiet: on })}
            />
          )}
          {(archived > 0 || filters.archive) && (
            <Checkbox
              label={t('filter.archive', { n: archived })}
              checked={filters.archive}
              onChange={(archive) => onChange({ archive })}
            />
          )}
          {onAll && (
            <Button kind="quiet" onClick={onAll}>
              {t('filter.none')}
            </Button>
          )}
        </div>
      )}
    </search>
  )
}

function Choice(props: {
  label: string
  value: string
  options: readonly (readonly [value: string, label: string])[]
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div class="filters__one">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        class="ui-field-control"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <option value="">{t('filter.all')}</option>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
