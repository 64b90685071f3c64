/** Two texts that grew from one: all lines that either has, where they stood. What only one took away is gone. */
export function mergeNotes(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs
  if (theirs === base) return mine
  const from = base.split('\n')
  const changes = [changeOf(from, mine.split('\n')), changeOf(from, theirs.split('\n'))] as const
  const [a, b] = changes[0].start <= changes[1].start ? changes : [changes[1], changes[0]]
  // Changed in different places: both are made.
  if (a.end <= b.start && !(a.start === b.start && a.end === b.end))
    return [
      ...from.slice(0, a.start),
      ...a.lines,
      ...from.slice(a.end, b.start),
      ...b.lines,
      ...from.slice(b.end),
    ].join('\n')
  // In the same place: one below the other.
  const start = Math.min(a.start, b.start)
  const end = Math.max(a.end, b.end)
  const whole = (change: Change) => [
    ...from.slice(start, change.start),
    ...change.lines,
    ...from.slice(change.end, end),
  ]
  const theirLines = whole(changes[1])
  const myLines = whole(changes[0]).filter((line) => line.trim() !== '' && !theirLines.includes(line))
  return [...from.slice(0, start), ...theirLines, ...myLines, ...from.slice(end)].join('\n')
}

interface Change {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

/** The lines of `from` between the first and the last that differ, and what stands there now. */
function changeOf(from: readonly string[], to: readonly string[]): Change {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let same = 0
  while (
    same < from.length - start &&
    same < to.length - start &&
    from[from.length - 1 - same] === to[to.length - 1 - same]
  )
    same += 1
  return { start, end: from.length - same, lines: to.slice(start, to.length - same) }
}
