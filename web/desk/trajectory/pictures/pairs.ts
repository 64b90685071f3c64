import type { OneOf } from '../dossier-view.ts'

/** What lies on each other in the slider: what was put together, then the next ones that are left. The story page does the same. */
export function pairsOf(photos: readonly OneOf<'photo'>[]): [OneOf<'photo'>, OneOf<'photo'>][] {
  const of = (moment: string) => photos.filter(({ entry }) => entry.moment === moment)
  const before = of('before')
  const pairs: [OneOf<'photo'>, OneOf<'photo'>][] = []
  const left: OneOf<'photo'>[] = []
  for (const after of of('after')) {
    const at = before.findIndex(({ id }) => id === after.entry.beside)
    if (at < 0) left.push(after)
    else pairs.push([before.splice(at, 1)[0] as OneOf<'photo'>, after])
  }
  for (const after of left) {
    const next = before.shift()
    if (next) pairs.push([next, after])
  }
  return pairs
}
