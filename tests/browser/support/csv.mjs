/** Rows of a CSV text (RFC 4180), a byte order mark left out. */
export function readCsv(text, separator) {
  const source = text.replace(/^\uFEFF/, '')
  const between = separator ?? (source.split('\n', 1)[0].includes(';') ? ';' : ',')
  const rows = []
  let row = []
  let field = ''
  let quoted = false
  for (let i = 0; i < source.length; ++i) {
    const letter = source[i]
    if (quoted) {
      if (letter !== '"') field += letter
      else if (source[i + 1] === '"') field += source[++i]
      else quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === between) {
      row.push(field)
      field = ''
    } else if (letter === '\n') {
      row.push(field)
      rows.push(row)
      row = []
      field = ''
    } else if (letter !== '\r') field += letter
  }
  if (field || row.length) rows.push([...row, field])
  return rows
}
