// Places out of a table: which column is what, what is wrong in which line, and what is there already.
import { randomHex } from '../../shared/random-hex.ts'
import type { Entries, EntryOf, TrajectorySummary } from '../../shared/trajectory.ts'
import { emptyEntry, type Fault, formOf, readField } from '../trajectory/fields-view.ts'
import { folded } from '../trajectory/portfolio-view.ts'
import type { Table } from './spreadsheet.ts'

export type PlaceColumn = keyof Entries['place'] | 'facilitator'

/** Names of columns, without accents, capitals and signs, in Dutch and English; those that the export writes are among them. */
const columnNames: Record<PlaceColumn, readonly string[]> = {
  name: ['naam', 'naamvandeplek', 'plek', 'plaatsnaam', 'name', 'nameoftheplace', 'place', 'locatie', 'location'],
  sort: ['soort', 'watishet', 'type', 'kind', 'sort', 'whatisit'],
  address: ['adres', 'address', 'straat', 'street'],
  municipality: ['gemeente', 'municipality', 'council', 'stad', 'city', 'town'],
  funder: ['geldgever', 'funder', 'financier', 'subsidie'],
  area_m2: ['ruimtevoorgroen', 'ruimtevoorgroenm', 'ruimtevoorgroenm2', 'oppervlakte', 'oppervlaktem2', 'm2', 'm', 'area', 'aream', 'aream2', 'roomforgreen', 'roomforgreenm', 'roomforgreenm2', 'spaceforgreenm2'],
  about: ['overdeplek', 'over', 'toelichting', 'omschrijving', 'about', 'abouttheplace', 'note', 'notitie', 'description'],
  facilitator: ['begeleider', 'facilitator', 'procesbegeleider'],
}
const sorts = new Map<string, Entries['place']['sort']>([
  ['', 'business_park'],
  ['bedrijvenpark', 'business_park'],
  ['bedrijventerrein', 'business_park'],
  ['park', 'business_park'],
  ['businesspark', 'business_park'],
  ['bedrijf', 'company'],
  ['eenbedrijf', 'company'],
  ['company', 'company'],
  ['onecompany', 'company'],
])
const plain = (text: string) => folded(text).replace(/²/g, '2').replace(/[^a-z0-9]/g, '')

export type PlaceFault = Fault | 'unknown_sort' | 'extra_cells' | 'twice'
export interface LineFault {
  readonly line: number
  readonly column: PlaceColumn | ''
  readonly why: PlaceFault
}
export interface ReadPlace {
  readonly line: number
  /** 32 hex digits: the same place asked again is no second one. */
  readonly key: string
  readonly facilitator: string
  readonly place: EntryOf<'place'>
  /** A place of this name in this municipality is there already, or stands higher in the table. */
  readonly isThere: boolean
}
export interface ReadPlaces {
  readonly columns: readonly PlaceColumn[]
  readonly unknownColumns: readonly string[]
  /** No column has the name of the place. */
  readonly lacksName: boolean
  readonly places: readonly ReadPlace[]
  readonly faults: readonly LineFault[]
}

const sameAs = (name: string, municipality: string) => `${plain(name)}|${plain(municipality)}`

export function readPlaces(table: Table, known: readonly TrajectorySummary[]): ReadPlaces {
  const [head, ...rows] = table.rows
  const taken = new Set<PlaceColumn>()
  const unknownColumns: string[] = []
  const columns = (head?.cells ?? []).map((title) => {
    const found = (Object.keys(columnNames) as PlaceColumn[]).find((column) =>
      columnNames[column].includes(plain(title)),
    )
    if (!found || taken.has(found)) {
      if (title.trim() !== '') unknownColumns.push(title.trim())
      return undefined
    }
    taken.add(found)
    return found
  })
  const there = new Set(known.map((one) => sameAs(one.place, one.municipality)))
  const places: ReadPlace[] = []
  const faults: LineFault[] = []
  if (taken.has('name'))
    for (const { line, cells } of rows) {
      const read = readLine(line, cells, columns)
      if ('faults' in read) faults.push(...read.faults)
      else {
        const same = sameAs(read.place.name, read.place.municipality)
        places.push({ ...read, isThere: there.has(same) })
        there.add(same)
      }
    }
  return { columns: [...taken], unknownColumns, lacksName: !taken.has('name'), places, faults }
}

function readLine(
  line: number,
  cells: readonly string[],
  columns: readonly (PlaceColumn | undefined)[],
): Omit<ReadPlace, 'isThere'> | { faults: LineFault[] } {
  const faults: LineFault[] = []
  const place: Record<string, unknown> = { ...emptyEntry('place'), sort: 'business_park' }
  let facilitator = ''
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    faults.push({ line, column: '', why: 'extra_cells' })
  columns.forEach((column, at) => {
    if (!column) return
    const text = withoutMark(cells[at] ?? '')
    if (column === 'sort') {
      const sort = sorts.get(plain(text))
      if (sort) place.sort = sort
      else faults.push({ line, column, why: 'unknown_sort' })
      return
    }
    const read = readField(column === 'facilitator' ? 'line' : formOf('place', column), withoutUnit(column, text))
    if ('wrong' in read) faults.push({ line, column, why: read.wrong })
    else if (column === 'facilitator') facilitator = String(read.value)
    else place[column] = read.value
  })
  if (faults.length > 0) return { faults }
  return { line, key: randomHex(16), facilitator, place: place as unknown as EntryOf<'place'> }
}

/** The apostrophe that keeps a cell from being a formula is no part of it. */
const withoutMark = (text: string) => text.trim().replace(/^'(?=[=+\-@＝＋－＠])/, '')
const withoutUnit = (column: PlaceColumn, text: string) =>
  column === 'area_m2' ? text.replace(/\s*m(²|2)?$/i, '').replace(/[.,]0{1,2}$/, '') : text
