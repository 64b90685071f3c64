/** Rows of dark (true) and light; or the same as `0` and `1`, rows ended by a line end or all of one square. */
export type QrModules = readonly (readonly boolean[])[] | string

export function modulesOf(modules: QrModules): readonly (readonly boolean[])[] {
  if (typeof modules !== 'string') return modules
  const text = modules.trim()
  if (/\s/.test(text)) return text.split(/\s+/).map(rowOf)
  const side = Math.sqrt(text.length)
  return Array.from({ length: side }, (_, row) => rowOf(text.slice(row * side, (row + 1) * side)))
}

function rowOf(text: string): boolean[] {
  return Array.from(text, (module) => module === '1')
}

/** One rectangle per run of dark modules, so that no hairline shows between neighbours. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  rows.forEach((row, y) => {
    let x = 0
    while (x < row.length) {
      let end = x
      while (row[end]) end += 1
      if (end > x) path += `M${x} ${y}h${end - x}v1h-${end - x}z`
      x = end + 1
    }
  })
  return path
}
