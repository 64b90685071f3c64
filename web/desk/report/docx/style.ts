/** Of the report as a page, without the sign before them. */
export const palette = { ink: '17231c', soft: '48564c', hair: 'd5d3c4', moss: '2c5f3e', clay: 'a8431f' } as const

/** A colour of a style, as six digits; nothing for what is none. */
export function hexOf(color: string): string | undefined {
  const written = /#([0-9a-f]{6})/i.exec(color)?.[1]
  if (written) return written.toLowerCase()
  const parts = /rgb\((\d+), ?(\d+), ?(\d+)\)/.exec(color)?.slice(1)
  return parts?.map((part) => Number(part).toString(16).padStart(2, '0')).join('')
}

/** The colour of the organisation, which the page sets after its own. */
export function accentOf(page: Document): string {
  const said = [...(page.querySelector('style')?.textContent ?? '').matchAll(/--accent:(#[0-9a-f]{6})/gi)]
  return hexOf(said.at(-1)?.[1] ?? '') ?? palette.moss
}

/** Characters that no XML may hold and halves of pairs, with the whole pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g

/** With a sign in place of what is nothing that somebody can read. */
export function readable(text: string): string {
  return text.replace(unreadable, (found) => (found.length === 2 ? found : '\ufffd'))
}

/** What says in which direction the line of an element runs, as in the page: not what is kept apart in it. */
export function ownTextOf(element: Element): string {
  return [...element.childNodes]
    .map((child) => (child instanceof Element ? (child.matches('bdi, [dir]') ? '' : ownTextOf(child)) : child.textContent))
    .join('')
}

/**
 * Ends words that run from the right in a line of ours: writing programs do not know what HTML keeps apart, and all know the mark that
 * stands for a letter from left to right.
 */
export const leftToRightMark = '\u200e'

/** By the first letter, as in the page. */
export function isRightToLeft(text: string): boolean {
  return turnsRound(/\p{L}/u.exec(text)?.[0] ?? '')
}

/** Whether some of it runs from the right. */
export function turnsRound(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(text)
}
