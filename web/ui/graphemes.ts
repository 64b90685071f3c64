// What a person counts as one letter may be several code points: é, a flag, a family.
// Old browsers have no Intl.Segmenter; this comes near enough for a counter.
const letters =
  /(?:\r\n|\p{Regional_Indicator}{2}|\P{M})(?:\p{M}|\u200d\P{M}|[\ufe0f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}])*|\p{M}+/gu

const plain = /^[\x20-\x7e]*$/

let segmenter: Intl.Segmenter | undefined

function split(text: string): string[] {
  if (typeof Intl === 'undefined' || typeof Intl.Segmenter !== 'function') return text.match(letters) ?? []
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), (part) => part.segment)
}

/** How many letters a person sees. */
export function countGraphemes(text: string): number {
  return plain.test(text) ? text.length : split(text).length
}

/** The first `max` letters, none of them cut in half. */
export function takeGraphemes(text: string, max: number): string {
  return plain.test(text) ? text.slice(0, max) : split(text).slice(0, max).join('')
}

export type Counter =
  | { readonly state: 'silent' }
  | { readonly state: 'left'; readonly count: number }
  | { readonly state: 'over'; readonly count: number }

/** What a field says about its length: nothing until three quarters are used. */
export function counterOf(text: string, max: number): Counter {
  const used = countGraphemes(text)
  if (used > max) return { state: 'over', count: used - max }
  if (used >= max * 0.75) return { state: 'left', count: max - used }
  return { state: 'silent' }
}
