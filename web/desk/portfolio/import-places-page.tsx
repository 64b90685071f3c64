import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { hashes } from '../route.ts'
import { ask, goTo, trouble } from '../store.ts'
import { faultText } from '../trajectory/fault-text.ts'
import { formOf, textOf } from '../trajectory/fields-view.ts'
import { leftAt } from '../trajectory/portfolio-address.ts'
import { Pager } from '../trajectory/pager.tsx'
import { pageOf } from '../trajectory/portfolio-view.ts'
import { loadTrajectories, trajectories } from '../trajectory/trajectories.ts'
import { ImportDossiers } from './import-dossiers.tsx'
import { rememberImport } from './last-import.ts'
import { type LineFault, type PlaceColumn, type ReadPlace, readPlaces } from './places-view.ts'
import { readTable, type Table, type TableFault } from './spreadsheet.ts'
import { TakeBackImport } from './take-back-import.tsx'
import './portfolio-pages.css'

/** As the server takes them at once, and as many as it has room for. */
const atOnce = 50
const placesMax = 20_000
const faultsAtOnce = 100
const placesAtOnce = 10

type Sending =
  | { readonly state: 'going' | 'stuck' | 'full'; readonly done: number; readonly total: number }
  | { readonly state: 'done'; readonly done: number; readonly total: number }

export function ImportPlacesPage() {
  const [table, setTable] = useState<Table>()
  const [fault, setFault] = useState<TableFault>()
  const [busy, setBusy] = useState(false)
  useEffect(() => void loadTrajectories(), [])
  const known = trajectories.value
  if (!known) return trouble.value ? null : <Spinner label={t('portfolio.loading')} />

  const choose = async (file: File | undefined) => {
    setTable(undefined)
    setFault(undefined)
    if (!file) return
    setBusy(true)
    await loadTrajectories()
    const read = readTable(new Uint8Array(await file.arrayBuffer()))
    setBusy(false)
    if ('fault' in read) setFault(read.fault)
    else setTable(read)
  }
  return (
    <div class="places">
      <a class="back" href={leftAt.value}>
        <Icon name="back" size="1.25em" />
        {t('trajectory.back')}
      </a>
      <h1>{t('places.title')}</h1>
      <p class="lead">{t('places.lead', { columns: allColumns().join(', ') })}</p>
      <label class="file-field">
        <span class="file-field__label">{t('places.file')}</span>
        <input
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-invalid={fault !== undefined}
          aria-describedby="places-fault"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </label>
      <p id="places-fault" class="form-error" role="alert">
        {fault && tableFaultText(fault)}
      </p>
      {busy && <Spinner label={t('places.reading')} />}
      {table && <Preview key={tableKey(table)} table={table} />}
      <TakeBackImport />
      <ImportDossiers />
    </div>
  )
}

let tables = 0
const tableKeys = new WeakMap<Table, number>()
function tableKey(table: Table): number {
  const key = tableKeys.get(table) ?? ++tables
  tableKeys.set(table, key)
  return key
}

function Preview({ table }: { table: Table }) {
  // Once: what comes in meanwhile would seem to be there already.
  const read = useMemo(() => readPlaces(table, trajectories.value ?? []), [table])
  const [isThereToo, setThereToo] = useState(false)
  const [sending, setSending] = useState<Sending>()
  const [refused, setRefused] = useState<readonly LineFault[]>([])
  const made = useRef<string[]>([])
  const wanted = read.places.filter((one) => isThereToo || !one.isThere)
  const there = read.places.filter((one) => one.isThere).length
  const room = placesMax - (trajectories.value?.length ?? 0)
  const wrongLines = new Set(read.faults.map(({ line }) => line)).size

  const send = async (from: number) => {
    let done = from
    setSending({ state: 'going', done, total: wanted.length })
    while (done < wanted.length) {
      const part = wanted.slice(done, done + atOnce)
      const reply = await ask(
        'POST /api/trajectories/import',
        {
          language: language.value === 'en' ? 'en' : 'nl',
          places: part.map(({ key, facilitator, place, isThere }) => ({
            key,
            facilitator,
            place,
            ...(isThere ? { double: true } : {}),
          })),
        },
        { timeoutMs: 30_000 },
      )
      if (!reply.ok) {
        void loadTrajectories()
        return setSending({ state: reply.status === 409 ? 'full' : 'stuck', done, total: wanted.length })
      }
      const wrong = part.flatMap((one, at) => {
        const said = reply.body.places[at]
        return said && 'error' in said
          ? [{ line: one.line, column: said.field as PlaceColumn, why: said.error as LineFault['why'] }]
          : []
      })
      // A part that is asked once more gives the same ids.
      const ids = reply.body.places.flatMap((one) => ('id' in one ? [one.id] : []))
      made.current = [...new Set([...made.current, ...ids])]
      rememberImport(made.current)
      if (wrong.length > 0) setRefused((before) => [...before, ...wrong])
      done += part.length
      setSending({ state: 'going', done, total: wanted.length })
    }
    await loadTrajectories()
    setSending({ state: 'done', done, total: wanted.length })
    announce(t('places.done', { n: done }))
  }

  if (read.lacksName) return <p class="form-error" role="alert">{t('places.lacks_name')}</p>
  return (
    <>
      <section aria-labelledby="places-found" class="places">
        <h2 id="places-found">
          {wanted.length > 0 ? t('places.found', { n: wanted.length }) : t('places.none')}
        </h2>
        <p>
          {t('places.read_as', { encoding: table.encoding.toUpperCase(), separator: separatorName(table.separator) })}
        </p>
        {read.unknownColumns.length > 0 && (
          <p>{t('places.unknown_columns', { columns: read.unknownColumns.slice(0, 20).join(', ') })}</p>
        )}
        {there > 0 && (
          <div>
            <p>{t('places.there', { n: there })}</p>
            <Checkbox
              label={t('places.there_too')}
              checked={isThereToo}
              disabled={sending !== undefined}
              onChange={setThereToo}
            />
          </div>
        )}
        {wrongLines > 0 && (
          <div>
            <p class="form-error">{t('places.faults', { n: wrongLines })}</p>
            <FaultList faults={read.faults} />
          </div>
        )}
        {wanted.length > 0 && !sending && <PlacesTable places={wanted} />}
        {wanted.length > room && !sending && (
          <p class="form-error" role="alert">
            {t('places.too_many_places', { room, n: wanted.length })}
          </p>
        )}
        {wanted.length > 0 && !sending && (
          <p>
            <Button kind="primary" disabled={wanted.length > room} onClick={() => void send(0)}>
              {t('places.button', { n: wanted.length })}
            </Button>
          </p>
        )}
      </section>
      {sending && (
        <Progress sending={sending} refused={refused} onAgain={() => void send(sending.done)} />
      )}
    </>
  )
}

function Progress(props: { sending: Sending; refused: readonly LineFault[]; onAgain: () => void }) {
  const { sending, refused, onAgain } = props
  const words = t('places.going', { done: sending.done, n: sending.total })
  const made = sending.done - new Set(refused.map(({ line }) => line)).size
  return (
    <section class="places" aria-label={t('places.title')}>
      {sending.state === 'going' && (
        <>
          <progress value={sending.done} max={sending.total} aria-label={words} />
          <p>{words}</p>
        </>
      )}
      {sending.state === 'stuck' && (
        <div role="alert">
          <p>
            {words}. {t('places.stuck')}
          </p>
          <Button kind="primary" onClick={onAgain}>
            {t('places.again')}
          </Button>
        </div>
      )}
      {sending.state === 'full' && (
        <p class="form-error" role="alert">
          {t('places.full')}
        </p>
      )}
      {sending.state === 'done' && (
        <>
          <h2>{t('places.done', { n: made })}</h2>
          <p>
            <Button kind="primary" onClick={() => goTo(hashes.trajectories)}>
              {t('places.show')}
            </Button>
          </p>
        </>
      )}
      {refused.length > 0 && (
        <div>
          <p class="form-error">{t('places.refused', { n: refused.length })}</p>
          <FaultList faults={refused} />
        </div>
      )}
    </section>
  )
}

/** Every one of them, some at a time. */
function FaultList({ faults }: { faults: readonly LineFault[] }) {
  const [page, setPage] = useState(0)
  const view = pageOf(faults, page, faultsAtOnce)
  const label = t('places.faults_all', { n: faults.length })
  return (
    <>
      <p>{label}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys */}
      <section class="problems" aria-label={label} tabIndex={0}>
        <ul class="document__problems">
          {view.rows.map((one) => (
            <li key={`${one.line} ${one.column} ${one.why}`}>{lineFaultText(one)}</li>
          ))}
        </ul>
      </section>
      <Pager view={view} total={faults.length} onTurn={setPage} />
    </>
  )
}

function PlacesTable({ places }: { places: readonly ReadPlace[] }) {
  const [page, setPage] = useState(0)
  const view = pageOf(places, page, placesAtOnce)
  return (
    <div>
      <table class="sessions">
        <caption class="visually-hidden">{t('places.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.place')}</th>
            <th scope="col">{t('entry.place.municipality')}</th>
            <th scope="col">{t('entry.place.sort')}</th>
            <th scope="col">{t('entry.place.area_m2')}</th>
            <th scope="col">{t('column.facilitator')}</th>
            <th scope="col">{t('places.line')}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ key, line, facilitator, place }) => (
            <tr key={key}>
              <th scope="row">{place.name}</th>
              <td data-label={t('entry.place.municipality')}>{place.municipality}</td>
              <td data-label={t('entry.place.sort')}>{t(`sort.${place.sort}`)}</td>
              <td data-label={t('entry.place.area_m2')} class="even-figures">
                {textOf(formOf('place', 'area_m2'), place.area_m2, language.value)}
              </td>
              <td data-label={t('column.facilitator')}>{facilitator}</td>
              <td data-label={t('places.line')}>{line}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager view={view} total={places.length} onTurn={setPage} />
    </div>
  )
}

const columns: readonly PlaceColumn[] = [
  'name',
  'sort',
  'address',
  'municipality',
  'funder',
  'area_m2',
  'about',
  'facilitator',
]
const columnName = (column: PlaceColumn) =>
  column === 'facilitator' ? t('column.facilitator') : t(`entry.place.${column}`)
const allColumns = () => columns.map((column) => `“${columnName(column)}”`)

function separatorName(separator: string): string {
  if (separator === ';') return t('places.separator_semicolon')
  if (separator === ',') return t('places.separator_comma')
  return separator === '\t' ? t('places.separator_tab') : separator
}

function lineFaultText({ line, column, why }: LineFault): string {
  const said =
    why === 'unknown_sort' || why === 'extra_cells' ? t(`places.${why}`) : faultText(why)
  const known = columns.find((one) => one === column)
  return known
    ? t('places.fault_at', { line: String(line), column: columnName(known), why: said })
    : t('places.fault_in', { line: String(line), why: said })
}

function tableFaultText(fault: TableFault): string {
  switch (fault.why) {
    case 'too_many_lines':
      return t('places.fault_too_many_lines', { lines: fault.lines })
    case 'open_quote':
      return t('places.fault_open_quote', { line: String(fault.line) })
    default:
      return t(`places.fault_${fault.why}`)
  }
}
