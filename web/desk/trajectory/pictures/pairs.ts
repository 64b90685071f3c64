import type { OneOf } from '../dossier-view.ts'

/** The first photo of before with the first of after, and so on: what lies on each other in the slider. */
export function pairsOf(photos: readonly OneOf<'photo'>[]): [OneOf<'photo'>, OneOf<'photo'>][] {
  const of = (moment: string) => photos.filter(({ entry }) => entry.moment === moment)
  const after = of('after')
  return of('before').flatMap((before, i) => {
    const same = after[i]
    return same ? [[before, same] as [OneOf<'photo'>, OneOf<'photo'>]] : []
  })
}
