// A table out of a spreadsheet: which letters it is written in, what parts its cells, and the cells themselves with their lines.

export const tableBytesMax = 8 * 1024 * 1024
export const tableLinesMax = 10_000

export interface TableRow {
  /** In the file, counted from 1: a cell may hold several lines. */
  readonly line: number
  readonly cells: readonly string[]
}
export interface Table {
  readonly encoding: string
  readonly separator: string
  readonly rows: readonly TableRow[]
}
export type TableFault =
  | { readonly why: 'empty' | 'too_large' | 'no_text' }
  | { readonly why: 'too_many_lines'; readonly lines: number }
  | { readonly why: 'open_quote'; readonly line: number }

export function readTable(bytes: Uint8Array): Table | { readonly fault: TableFault } {
  if (bytes.length > tableBytesMax) return { fault: { why: 'too_large' } }
  const { text, encoding } = decoded(bytes)
  if (text.includes('\u0000')) return { fault: { why: 'no_text' } }
  if (text.trim() === '') return { fault: { why: 'empty' } }
  // Excel may say first what parts the cells.
  const said = /^sep=(.)\r?\n/i.exec(text)
  const separator = said?.[1] ?? separatorOf(text)
  const parts = cellsOf(said ? text.slice(said[0].length) : text, separator, said ? 2 : 1)
  if ('fault' in parts) return parts
  const rows = parts.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length - 1 > tableLinesMax)
    return { fault: { why: 'too_many_lines', lines: rows.length - 1 } }
  return { encoding, separator, rows }
}

/** By its mark; else UTF-8 when it is that, UTF-16 when half of it is nothing, and the letters of Windows for all the rest. */
function decoded(bytes: Uint8Array): { text: string; encoding: string } {
  const as = (encoding: string, fatal = false) => ({
    text: new TextDecoder(encoding, { fatal }).decode(bytes),
    encoding,
  })
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be')
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  if ((zeros[1] ?? 0) > sample.length / 5) return as('utf-16le')
  if ((zeros[0] ?? 0) > sample.length / 5) return as('utf-16be')
  try {
    return as('utf-8', true)
  } catch {
    return as('windows-1252')
  }
}

/** What stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  let inQuotes = false
  const found = new Map([
    [';', 0],
    [',', 0],
    ['\t', 0],
  ])
  for (const letter of text) {
    if (letter === '"') inQuotes = !inQuotes
    else if (letter === '\n' && !inQuotes) break
    else if (!inQuotes && found.has(letter)) found.set(letter, (found.get(letter) ?? 0) + 1)
  }
  return [...found].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ';'
}

function cellsOf(
  text: string,
  separator: string,
  firstLine: number,
): { rows: TableRow[] } | { fault: TableFault } {
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = firstLine
  let begun = line
  let quotedAt = 0
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string
    if (letter === '\n') line += 1
    if (quotedAt > 0) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quotedAt = 0
    } else if (letter === '"' && cell.trim() === '') {
      cell = ''
      quotedAt = line
    } else if (letter === separator) {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')) {
      if (letter === '\r') line += 1
      rows.push({ line: begun, cells: [...cells, cell] })
      cells = []
      cell = ''
      begun = line
    } else if (letter !== '\r') cell += letter
  }
  if (quotedAt > 0) return { fault: { why: 'open_quote', line: quotedAt } }
  if (cell !== '' || cells.length > 0) rows.push({ line: begun, cells: [...cells, cell] })
  return { rows }
}
