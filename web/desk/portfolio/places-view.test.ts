import { describe, expect, it } from 'vitest'
import type { TrajectorySummary } from '../../shared/trajectory.ts'
import { readPlaces } from './places-view.ts'
import { readTable, type Table, tableLinesMax } from './spreadsheet.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].flatMap((one) => {
    const code = one.charCodeAt(0)
    return big ? [code >> 8, code & 255] : [code & 255, code >> 8]
  })
  return new Uint8Array(units)
}
const windows = (text: string) => new Uint8Array([...text].map((one) => one.charCodeAt(0)))

function table(bytes: Uint8Array): Table {
  const read = readTable(bytes)
  if ('fault' in read) throw new Error(read.fault.why)
  return read
}
const cells = (bytes: Uint8Array) => table(bytes).rows.map((row) => row.cells)
const fault = (bytes: Uint8Array) => {
  const read = readTable(bytes)
  return 'fault' in read ? read.fault : undefined
}

describe('A table out of a spreadsheet', () => {
  it('is read in the letters that it is written in', () => {
    const text = 'naam;gemeente\r\nDe Vlinderéë;Zwolle\r\n'
    const expected = [
      ['naam', 'gemeente'],
      ['De Vlinderéë', 'Zwolle'],
    ]
    for (const [bytes, encoding] of [
      [utf8(text), 'utf-8'],
      [utf8(`\ufeff${text}`), 'utf-8'],
      [utf16(text, false, true), 'utf-16le'],
      [utf16(text, true, true), 'utf-16be'],
      [utf16(text, false, false), 'utf-16le'],
      [utf16(text, true, false), 'utf-16be'],
      [windows(text), 'windows-1252'],
    ] as const) {
      expect(cells(bytes)).toEqual(expected)
      expect(table(bytes).encoding).toBe(encoding)
    }
  })

  it('is parted by what parts its first line', () => {
    for (const separator of [';', ',', '\t'])
      expect(cells(utf8(`naam${separator}gemeente\nDe Hoef${separator}Zwolle`))[1]).toEqual(['De Hoef', 'Zwolle'])
    expect(cells(utf8('sep=|\nnaam|gemeente\nDe Hoef|Zwolle'))[1]).toEqual(['De Hoef', 'Zwolle'])
    expect(cells(utf8('"naam; en meer",gemeente\nDe Hoef,Zwolle'))[0]).toEqual(['naam; en meer', 'gemeente'])
  })

  it('keeps quotes, lines in a cell, and the number of each line', () => {
    const read = table(utf8('naam;over\n"De ""Hoef""";"twee\nregels; en meer"\n\nKadepolder;\r\nLaan;x'))
    expect(read.rows).toEqual([
      { line: 1, cells: ['naam', 'over'] },
      { line: 2, cells: ['De "Hoef"', 'twee\nregels; en meer'] },
      { line: 5, cells: ['Kadepolder', ''] },
      { line: 6, cells: ['Laan', 'x'] },
    ])
  })

  it('that is none, or too much, is said', () => {
    expect(fault(utf8(' \n'))).toEqual({ why: 'empty' })
    expect(fault(utf8('naam\n"De Hoef\nx'))).toEqual({ why: 'open_quote', line: 2 })
    expect(fault(new Uint8Array([80, 75, 3, 4, 0, 0, 1, 0, 9, 9]))?.why).toBe('no_text')
    const lines = `naam\n${'De Hoef\n'.repeat(tableLinesMax + 1)}`
    expect(fault(utf8(lines))).toEqual({ why: 'too_many_lines', lines: tableLinesMax + 1 })
    expect(table(utf8(lines.slice(0, -8))).rows).toHaveLength(tableLinesMax + 1)
  })
})

describe('Places out of a table', () => {
  const known = [{ place: 'De Vlinder', municipality: 'Zwolle' }] as TrajectorySummary[]
  const read = (text: string) => readPlaces(table(utf8(text)), known)

  it('finds its columns by name, in any order and both languages, and names the others', () => {
    const dutch = read('Gemeente;Kleur;Ruimte voor groen (m²);Naam van de plek;Wat is het?;Begeleider\nKampen;rood;1.250;De Aak;Eén bedrijf;Bram')
    expect(dutch.unknownColumns).toEqual(['Kleur'])
    expect(dutch.places).toHaveLength(1)
    expect(dutch.places[0]).toMatchObject({
      line: 2,
      facilitator: 'Bram',
      place: { name: 'De Aak', municipality: 'Kampen', area_m2: 1250, sort: 'company' },
    })
    const english = read('name,municipality,area m2,kind\nThe Ark,Kampen,"1,250 m2",business park')
    expect(english.places[0]?.place).toMatchObject({ name: 'The Ark', area_m2: 1250, sort: 'business_park' })
    expect(read('gemeente;naam;naam\nKampen;De Aak;x').unknownColumns).toEqual(['naam'])
    expect(read('gemeente\nKampen').lacksName).toBe(true)
    expect(read('naam;soort\nDe Aak;constructor').faults).toEqual([{ line: 2, column: 'sort', why: 'unknown_sort' }])
  })

  it.each([
    ['1.000', 1000],
    ['12.000 m²', 12_000],
    ['1,000', 1000],
    ['1.000,00', 1000],
    ['1000.0', 1000],
    ['1250', 1250],
  ])('reads an area of %s as %i', (written, area) => {
    expect(read(`naam\tm2\nDe Aak\t${written}`).places[0]?.place.area_m2).toBe(area)
  })

  it('says what is wrong by line and column, and takes the other lines', () => {
    const found = read('naam;gemeente;soort;m2\n;Kampen;;\nDe Aak;Kampen;kasteel;veel\nLaan;Zwolle;park;-3\nKade;Zwolle;;12;te veel\nGoed;;;')
    expect(found.faults).toEqual([
      { line: 2, column: 'name', why: 'needed' },
      { line: 3, column: 'sort', why: 'unknown_sort' },
      { line: 3, column: 'area_m2', why: 'not_whole' },
      { line: 4, column: 'area_m2', why: 'negative' },
      { line: 5, column: '', why: 'extra_cells' },
    ])
    expect(found.places.map(({ place }) => place.name)).toEqual(['Goed'])
  })

  it('knows what is there already, also from a line above', () => {
    const found = read('naam;gemeente\nde vlinder;ZWOLLE\nDe Vlinder;Kampen\nDe Vlinder;Kampen')
    expect(found.places.map(({ isThere }) => isThere)).toEqual([true, false, true])
    expect(new Set(found.places.map(({ key }) => key)).size).toBe(3)
  })

  it('reads ten thousand lines fast', () => {
    const lines = Array.from({ length: tableLinesMax }, (_, i) => `Plek ${i};Gemeente ${i % 300};${i}`)
    const began = performance.now()
    const found = read(`naam;gemeente;m2\n${lines.join('\n')}`)
    expect(found.places).toHaveLength(tableLinesMax)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
