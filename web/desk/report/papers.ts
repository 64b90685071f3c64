import type { ReportChoice } from './report-choice.ts'

/** Two pictures for a screen, two posters, and cards of which many go on a sheet. */
export const papers = ['social', 'square', 'results', 'invitation', 'tables', 'seats'] as const
export type Paper = (typeof papers)[number]

export const paperSizes = ['a4', 'a3'] as const
export type PaperSize = (typeof paperSizes)[number]

export interface PaperChoice {
  readonly paper: Paper
  readonly size: PaperSize
  readonly tables: number
}

export const isPoster = (paper: Paper): boolean => paper === 'results' || paper === 'invitation'
/** What many of go on sheets to be cut. */
export const isCards = (paper: Paper): boolean => paper === 'tables' || paper === 'seats'

/** The files that there are of it, the most useful first. */
export function formatsOf(paper: Paper): readonly ('pdf' | 'png')[] {
  if (isPoster(paper)) return ['pdf', 'png']
  return isCards(paper) ? ['pdf'] : ['png']
}

/** What goes on paper after a session has ended: its result, and the invitation to what comes next. */
export function papersOf(ended: boolean): readonly Paper[] {
  return ended ? papers.filter((paper) => !isCards(paper)) : papers
}

/** `look`: a smaller picture of the first, to be shown. */
export function paperAddress(
  session: string,
  report: ReportChoice,
  choice: PaperChoice,
  format: 'pdf' | 'png',
  look = false,
): string {
  const query = new URLSearchParams({
    format,
    print: choice.paper,
    names: report.naming,
    language: report.language,
  })
  if (isPoster(choice.paper)) query.set('paper', choice.size)
  if (choice.paper === 'tables') query.set('tables', String(choice.tables))
  if (look) query.set('look', '1')
  if (look && isCards(choice.paper)) query.set('number', '1')
  return `/api/sessions/${encodeURIComponent(session)}/export?${query}`
}
