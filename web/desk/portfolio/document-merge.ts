// Two desks changed one document: what does not touch is put together, and where both changed the same, both stay until one chooses.

/** Where something stands: members, ends of a range by their number, entries by their id. */
export type Path = readonly string[]

export interface Clash {
  readonly path: Path
  /** As the other desk kept it; undefined: there it was taken away. */
  readonly theirs: unknown
  /** Taken away here and changed there: it is back until one chooses. */
  readonly back?: true
}

export interface Merged<T> {
  /** Where both changed the same: with what is typed here. */
  readonly value: T
  readonly clashes: readonly Clash[]
}

interface Entry {
  readonly id: string
}
type Members = Readonly<Record<string, unknown>>

export const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
export const isSamePath = (one: Path, other: Path) => one.join('/') === other.join('/')

/** Three ways: `began` is what both desks had before them. */
export function merged<T>(began: T, mine: T, theirs: T): Merged<T> {
  return mergedAt(began, mine, theirs, []) as Merged<T>
}

/** The draft with something else at that place; undefined: without the entry that stands there. */
export function withValue<T>(draft: T, path: Path, value: unknown): T {
  return replaced(draft, path, value) as T
}

/** What stands at a place; undefined: nothing any more. */
export function valueAt(draft: unknown, path: Path): unknown {
  return path.reduce<unknown>((within, step) => {
    if (isEntries(within)) return within.find(({ id }) => id === step)
    return Array.isArray(within) || isMembers(within) ? (within as Members)[step] : undefined
  }, draft)
}

function isEntries(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.every((one) => isMembers(one) && typeof one.id === 'string')
}
function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mergedAt(began: unknown, mine: unknown, theirs: unknown, path: Path): Merged<unknown> {
  if (isSame(mine, theirs) || isSame(began, theirs)) return { value: mine, clashes: [] }
  if (isSame(began, mine)) return { value: theirs, clashes: [] }
  if (isEntries(began) && isEntries(mine) && isEntries(theirs))
    return mergedEntries(began, mine, theirs, path)
  if (Array.isArray(began) && Array.isArray(mine) && Array.isArray(theirs) && mine.length === theirs.length) {
    const each = mine.map((one, at) => mergedAt(began[at], one, theirs[at], [...path, String(at)]))
    return { value: each.map(({ value }) => value), clashes: each.flatMap(({ clashes }) => clashes) }
  }
  if (isMembers(began) && isMembers(mine) && isMembers(theirs)) {
    const each = Object.keys(mine).map(
      (name) => [name, mergedAt(began[name], mine[name], theirs[name], [...path, name])] as const,
    )
    return {
      value: Object.fromEntries(each.map(([name, { value }]) => [name, value])),
      clashes: each.flatMap(([, { clashes }]) => clashes),
    }
  }
  return { value: mine, clashes: [{ path, theirs }] }
}

function mergedEntries(
  began: readonly Entry[],
  typed: readonly Entry[],
  theirs: readonly Entry[],
  path: Path,
): Merged<readonly Entry[]> {
  const mine = withOwnIds(began, typed, theirs)
  const [before, here, there] = [began, mine, theirs].map((list) => new Map(list.map((one) => [one.id, one])))
  const kept = new Map<string, Entry>()
  const clashes: Clash[] = []
  for (const id of new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])) {
    const [was, own, other] = [before?.get(id), here?.get(id), there?.get(id)]
    const at = [...path, id]
    if (own && other) {
      const one = mergedAt(was, own, other, at)
      kept.set(id, one.value as Entry)
      clashes.push(...one.clashes)
    } else if (own && !(was && isSame(was, own))) {
      kept.set(id, own)
      if (was) clashes.push({ path: at, theirs: undefined })
    } else if (other && !(was && isSame(was, other))) {
      kept.set(id, other)
      if (was) clashes.push({ path: at, theirs: other, back: true })
    }
  }
  return { value: inOrder(kept, began, mine, theirs), clashes }
}

/** Both desks may have given the same id to what is new: those are two. */
function withOwnIds(began: readonly Entry[], mine: readonly Entry[], theirs: readonly Entry[]): Entry[] {
  const old = new Set(began.map(({ id }) => id))
  const there = new Map(theirs.map((one) => [one.id, one]))
  const taken = new Set([...mine, ...theirs].map(({ id }) => id))
  return mine.map((one) => {
    const other = there.get(one.id)
    if (old.has(one.id) || !other || isSame(one, other)) return one
    let number = 2
    while (taken.has(`${one.id}-${number}`)) number += 1
    taken.add(`${one.id}-${number}`)
    return { ...one, id: `${one.id}-${number}` }
  })
}

/** As it is here when it was moved here, else as there; what only the other has comes after what it came after. */
function inOrder(
  kept: ReadonlyMap<string, Entry>,
  began: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
): Entry[] {
  const idsIn = (list: readonly Entry[], among: readonly Entry[]) =>
    list.map(({ id }) => id).filter((id) => among.some((one) => one.id === id))
  const isMoved = !isSame(idsIn(began, mine), idsIn(mine, began))
  const [lead, other] = isMoved ? [mine, theirs] : [theirs, mine]
  const order = lead.map(({ id }) => id).filter((id) => kept.has(id))
  other.forEach(({ id }, at) => {
    if (!kept.has(id) || order.includes(id)) return
    const previous = other
      .slice(0, at)
      .reverse()
      .find((one) => order.includes(one.id))
    order.splice(previous ? order.indexOf(previous.id) + 1 : 0, 0, id)
  })
  return order.flatMap((id) => kept.get(id) ?? [])
}

function replaced(within: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (isEntries(within))
    return value === undefined && rest.length === 0
      ? within.filter(({ id }) => id !== step)
      : within.map((one) => (one.id === step ? replaced(one, rest, value) : one))
  if (Array.isArray(within))
    return within.map((one, at) => (String(at) === step ? replaced(one, rest, value) : one))
  return { ...(within as Members), [step]: replaced((within as Members)[step], rest, value) }
}
