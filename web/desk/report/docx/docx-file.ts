import { AlignmentType, Document, Footer, LevelFormat, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { blocksOf } from './blocks.ts'
import { accentOf, palette, readable } from './style.ts'

/** A4 with margins of 2 cm, in twentieths of a point. */
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1_134, right: 1_134, bottom: 1_134, left: 1_134 } }

/**
 * A report as a document to go on writing in, from its page (the report as HTML, complete in one file): the same parts in the
 * same order. The list of contents is left out, since writing programs make it from the headings.
 */
export async function docxOf(html: string): Promise<Blob> {
  const report = new DOMParser().parseFromString(html, 'text/html')
  const footer = report.querySelector('body > footer')
  const parts: Element[] = [...report.body.children].filter((part) => part !== footer)
  const children = (await Promise.all(parts.map(blocksOf))).flat()
  const last = footer ? await blocksOf(footer) : []
  const document = new Document({
    title: readable(report.title),
    creator: 'Kiemkring',
    lastModifiedBy: 'Kiemkring',
    styles: stylesIn(report.documentElement.lang, accentOf(report)),
    numbering: { config: [{ reference: 'bullets', levels: [bullet] }] },
    sections: [{ properties: { page }, footers: { default: pageNumbers() }, children: [...children, ...last] }],
  })
  return Packer.toBlob(document)
}

const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 240 } } },
}

function stylesIn(language: string, accent: string) {
  const heading = (size: number, before: number, color: string) => ({
    run: { size, bold: true, color, font: 'Arial' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return {
    default: {
      // Fonts are not inside such a file: this one, or one of its measures, is everywhere.
      document: {
        run: { font: 'Arial', size: 21, color: palette.ink, language: { value: language === 'en' ? 'en-GB' : 'nl-NL' } },
        paragraph: { spacing: { after: 100, line: 290, lineRule: LineRuleType.AUTO } },
      },
      title: heading(52, 120, palette.ink),
      heading1: heading(32, 480, accent),
      heading2: heading(24, 240, palette.ink),
    },
  }
}

function pageNumbers(): Footer {
  const numbers = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: palette.soft, size: 18 })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [numbers] })] })
}
