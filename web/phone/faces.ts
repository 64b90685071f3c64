import display from '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url'
import text from '../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url'

const waiting: FontFace[] = []

/** Fetches the faces of the house once the page works; a phone may do without. */
export async function fetchFaces(): Promise<void> {
  if (typeof FontFace !== 'function') return
  const faces = [
    new FontFace('Figtree Variable', `url(${text})`, { weight: '300 900' }),
    new FontFace('Bricolage Grotesque Variable', `url(${display})`, { weight: '200 800' }),
  ]
  for (const face of faces) waiting.push(await face.load())
}

/** Puts them on at a moment at which the screen changes anyway, so that no letter jumps while it is read. */
export function wearFaces(): void {
  for (const face of waiting.splice(0)) document.fonts.add(face)
}
