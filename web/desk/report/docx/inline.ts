import { type IRunOptions, ShadingType, TextRun } from 'docx'
import { accentOf, hexOf, isRightToLeft, leftToRightMark, palette, readable, turnsRound } from './style.ts'

/** The text within an element, in its looks. */
export function runsOf(node: Node, looks: IRunOptions = {}): TextRun[] {
  if (!(node instanceof Element)) {
    const text = node.textContent ?? ''
    if (!node.parentElement?.closest('td, .details, .mark')) return wordsOf(text, looks)
    // There lines stay lines, as they were typed.
    return text.split('\n').flatMap((line, i) => [...(i > 0 ? [new TextRun({ break: 1 })] : []), ...wordsOf(line, looks)])
  }
  if (node.matches('br')) return [new TextRun({ break: 1 })]
  const own = { ...looks, ...looksOf(node as HTMLElement) }
  const runs = [...node.childNodes].flatMap((child) => runsOf(child, own))
  if (node.matches('bdi') && turnsRound(node.textContent ?? '')) return [...runs, new TextRun({ ...own, text: leftToRightMark })]
  // A line of its own, or a gap, where the page sets it apart.
  if (node.matches('.details, .mark')) return [new TextRun({ break: 1 }), ...runs]
  return node.matches('.aside') && runs.length ? [new TextRun({ text: '   ' }), ...runs] : runs
}

function looksOf(element: HTMLElement): IRunOptions {
  if (element.matches('.badge')) {
    const fill = hexOf(element.style.background || element.style.backgroundColor)
    return { bold: true, color: hexOf(element.style.color), shading: fill ? { type: ShadingType.CLEAR, fill } : undefined }
  }
  if (element.matches('.kind')) return { bold: true, color: accentOf(element.ownerDocument) }
  if (element.matches('.lead')) return { size: 24 }
  if (element.matches('.aside, .details, .mark')) return { color: palette.soft, bold: false }
  if (element.matches('dt, th, .quiet, figcaption')) return { color: palette.soft }
  if (element.matches('caption, strong, b, .notice')) return { bold: true }
  return {}
}

function wordsOf(text: string, looks: IRunOptions): TextRun[] {
  const words = readable(text).replace(/\s+/g, ' ')
  return words ? [new TextRun({ ...looks, text: words, rightToLeft: isRightToLeft(words) })] : []
}
