import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import { runsOf } from './inline.ts'
import { barOf, drawnOf, pictureOf } from './pictures.ts'
import { isRightToLeft, ownTextOf, palette } from './style.ts'

type Block = Paragraph | Table
/** Of a page within its margins, in twentieths of a point. */
const pageWidth = 9_638

/** A part of the page as paragraphs and tables, in its order. */
export async function blocksOf(element: Element): Promise<Block[]> {
  if (element.matches('nav, script, style')) return []
  if (element.matches('h1')) return [paragraphOf(element, { heading: HeadingLevel.TITLE })]
  if (element.matches('h2')) return [paragraphOf(element, { heading: HeadingLevel.HEADING_1 })]
  if (element.matches('h3, .head')) return [paragraphOf(element, { heading: HeadingLevel.HEADING_2 })]
  if (element.matches('p, figcaption')) return [paragraphOf(element, frameOf(element))]
  if (element.matches('ul, ol')) return flat(element.children, itemOf)
  if (element.matches('dl')) return factsOf(element)
  if (element.matches('table')) return tableOf(element)
  if (element.matches('img')) return inParagraph(await pictureOf(element as HTMLImageElement))
  if (element.matches('svg, .plan')) return inParagraph(await drawnOf(element))
  return flat(element.childNodes, async (child) => {
    if (child instanceof Element) return blocksOf(child)
    return child.textContent?.trim() ? [new Paragraph({ children: runsOf(child) })] : []
  })
}

async function flat<T>(parts: Iterable<T>, blocksOfPart: (part: T) => Promise<Block[]>): Promise<Block[]> {
  return (await Promise.all([...parts].map(blocksOfPart))).flat()
}

function paragraphOf(element: Element, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    bidirectional: isRightToLeft(ownTextOf(element)),
    ...options,
    children: runsOf(element),
  })
}

function inParagraph(run: ParagraphChild | undefined): Block[] {
  return run ? [new Paragraph({ children: [run] })] : []
}

/** What is to be known first has a border around it. */
function frameOf(element: Element): IParagraphOptions {
  if (!element.classList.contains('notice')) return {}
  const line = { style: BorderStyle.SINGLE, size: 12, space: 6, color: palette.clay }
  return { border: { top: line, bottom: line, left: line, right: line } }
}

/** Its words with a sign before them, unless they begin with a number of their own; then its photos with what is on them. */
async function itemOf(item: Element): Promise<Block[]> {
  const words = item.cloneNode(true) as Element
  for (const photos of words.querySelectorAll('.photos')) photos.remove()
  const hasSign = !item.parentElement?.classList.contains('numbered')
  const line = paragraphOf(words, hasSign ? { numbering: { reference: 'bullets', level: 0 } } : {})
  return [line, ...(await flat(item.querySelectorAll('.photos'), blocksOf))]
}

function factsOf(list: Element): Block[] {
  const rows = [...list.querySelectorAll('dt')].map((label) => {
    const value = label.nextElementSibling ?? label
    return new TableRow({ cantSplit: true, children: [cellOf([paragraphOf(label)], 2_600), cellOf([paragraphOf(value)], pageWidth - 2_600)] })
  })
  return rows.length ? [new Table({ rows, columnWidths: [2_600, pageWidth - 2_600], borders: none, width: whole }), space()] : []
}

async function tableOf(table: Element): Promise<Block[]> {
  const caption = table.querySelector('caption')
  const lines = [...table.querySelectorAll('tr')]
  const columns = Math.max(...lines.map((line) => line.children.length), 1)
  const width = Math.floor(pageWidth / columns)
  const rows = await Promise.all(
    lines.map(async (line) => {
      const cells = await Promise.all([...line.children].map(async (cell) => cellOf([await contentOf(cell)], width)))
      return new TableRow({ cantSplit: true, tableHeader: line.closest('thead') !== null, children: cells })
    }),
  )
  const drawn = new Table({ rows, columnWidths: Array(columns).fill(width), borders: lined, width: whole })
  return [...(caption ? [paragraphOf(caption, { keepNext: true })] : []), drawn, space()]
}

async function contentOf(cell: Element): Promise<Paragraph> {
  const bar = cell.querySelector<HTMLElement>('.bar')
  if (bar) return new Paragraph({ children: [await barOf(bar)] })
  return paragraphOf(cell, cell.classList.contains('number') ? { alignment: 'right' } : {})
}

const cellOf = (children: Paragraph[], width: number) =>
  new TableCell({ children, width: { size: width, type: WidthType.DXA }, margins: { top: 40, bottom: 40, right: 120 } })

/** Two tables that touch would become one. */
const space = () => new Paragraph({ spacing: { after: 0, line: 120 } })

const whole = { size: pageWidth, type: WidthType.DXA }
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hairline = { style: BorderStyle.SINGLE, size: 4, color: palette.hair }
const none = { top: nothing, bottom: nothing, left: nothing, right: nothing, insideHorizontal: nothing, insideVertical: nothing }
const lined = { ...none, bottom: hairline, insideHorizontal: hairline }
