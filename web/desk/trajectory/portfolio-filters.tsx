import { useId, useMemo } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { steps } from './dossier-view.ts'
import { choices, type Filters, type PlaceRow } from './portfolio-view.ts'

export function PortfolioFilters(props: {
  rows: readonly PlaceRow[]
  filters: Filters
  onChange: (part: Partial<Filters>) => void
}) {
  const { rows, filters, onChange } = props
  const search = useId()
  const offered = useMemo(
    () => ({
      municipality: choices(rows, (row) => row.municipality),
      funder: choices(rows, (row) => row.funder),
      facilitator: choices(rows, (row) => row.facilitator),
    }),
    [rows],
  )
  const archived = rows.filter((row) => row.is_archived).length
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
      <Choice
        label={t('filter.step')}
        value={filters.step}
        options={steps.map((step, i) => [step, `${i + 1}. ${t(`step.${step}`)}`])}
        onChange={(step) => onChange({ step: step as Filters['step'] })}
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
      {(archived > 0 || filters.archive) && (
        <Checkbox
          label={t('filter.archive', { n: archived })}
          checked={filters.archive}
          onChange={(archive) => onChange({ archive })}
        />
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
