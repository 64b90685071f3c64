import type { Language } from '../../text/language.ts'

export const readers = ['participants', 'board', 'archive'] as const
export type Readers = (typeof readers)[number]

/** Names of everybody are for the archive: not everybody was asked. */
export const namings = ['agreed', 'everybody', 'nobody'] as const
export type Naming = (typeof namings)[number]

export const sections = [
  'in_short',
  'people',
  'course',
  'top',
  'choice',
  'ideas',
  'plan',
  'votes',
  'commitments',
  'decisions',
  'next_steps',
  'appendix',
] as const
export type Section = (typeof sections)[number]

/** What is in a report of these readers when nothing else is asked; the server knows the same lists. */
const sectionsFor: Readonly<Record<Readers, readonly Section[]>> = {
  participants: ['in_short', 'top', 'choice', 'ideas', 'plan', 'commitments', 'next_steps'],
  board: ['in_short', 'people', 'course', 'top', 'choice', 'votes', 'commitments', 'decisions', 'next_steps', 'appendix'],
  archive: sections,
}

export interface ReportChoice {
  readonly readers: Readers
  readonly naming: Naming
  readonly language: Language
  /** In the order of `sections`. */
  readonly sections: readonly Section[]
}

export function firstChoice(language: Language): ReportChoice {
  return { readers: 'participants', naming: 'agreed', language, sections: sectionsFor.participants }
}

/** Whose names readers get when nothing else is asked. */
export function namingFor(readers: Readers): Naming {
  return readers === 'archive' ? 'everybody' : 'agreed'
}

/** Other readers get the sections and the names that are for them, whatever was chosen before. */
export function withReaders(choice: ReportChoice, to: Readers): ReportChoice {
  return { ...choice, readers: to, naming: namingFor(to), sections: sectionsFor[to] }
}

/** The last section stays: a report of nothing is none. */
export function withSection(choice: ReportChoice, section: Section, chosen: boolean): ReportChoice {
  const wanted = sections.filter((one) => (one === section ? chosen : choice.sections.includes(one)))
  return wanted.length > 0 ? { ...choice, sections: wanted } : choice
}

/** To read, with the chosen sections; and what is whole, to work on with: tables and days for a calendar. */
export const dataFormats = ['xlsx', 'csv', 'ics'] as const
/** A Word file is made here, of the page. */
export type SavedFormat = 'pdf' | 'html' | 'docx' | (typeof dataFormats)[number]

/** The address of a file, of a Word file that of the page it is made from; `look` opens a report in the browser. */
export function reportAddress(
  session: string,
  choice: ReportChoice,
  format: SavedFormat,
  look = false,
): string {
  const query = new URLSearchParams({
    format: format === 'docx' ? 'html' : format,
    names: choice.naming,
    language: choice.language,
  })
  if (format === 'pdf' || format === 'html' || format === 'docx') {
    query.set('readers', choice.readers)
    query.set('sections', choice.sections.join(','))
  }
  if (format === 'docx') query.set('as', 'docx')
  if (look) query.set('look', '1')
  return `/api/sessions/${encodeURIComponent(session)}/export?${query}`
}

/** How a file is called when the server does not say. */
export function fileName(session: string, format: SavedFormat): string {
  return `kiemkring-${session}.${format === 'csv' ? 'zip' : format}`
}
