import displayMore from '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-wght-normal.woff2?url'
import display from '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url'
import textMore from '../node_modules/@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2?url'
import text from '../node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url'

const waiting: FontFace[] = []

/** Letters of Polish, Romanian and many names: their files are fetched by the browser once one is shown. */
const moreLetters = 'U+0100-024F, U+1E00-1EFF'

/** Fetches the faces of the house once the page works; a phone may do without. */
export async function fetchFaces(): Promise<void> {
  if (typeof FontFace !== 'function') return
  const textFace = (file: string, range = {}) =>
    new FontFace('Figtree Variable', `url(${file})`, { weight: '300 900', ...range })
  const displayFace = (file: string, range = {}) =>
    new FontFace('Bricolage Grotesque Variable', `url(${file})`, { weight: '200 800', ...range })
  for (const face of [textFace(text), displayFace(display)]) waiting.push(await face.load())
  const range = { unicodeRange: moreLetters }
  waiting.push(textFace(textMore, range), displayFace(displayMore, range))
}

/** Puts them on at a moment at which the screen changes anyway, so that no letter jumps while it is read. */
export function wearFaces(): void {
  for (const face of waiting.splice(0)) document.fonts.add(face)
}
