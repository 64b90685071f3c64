import type { Language } from '../../text/language.ts'

export const readers = ['participants', 'board', 'archive'] as const
export type Readers = (typeof readers)[number]

/** Names of everybody are for the archive: not everybody was asked. */
export const namings = ['agreed', 'everybody', 'nobody'] as const
export type Naming = (typeof namings)[number]

/** The sections of a kind of report, in their order, and those of readers when nothing else is asked; the server knows the same lists. */
export interface Sections<Section extends string> {
  readonly all: readonly Section[]
  readonly of: Readonly<Record<Readers, readonly Section[]>>
}

export interface ChoiceOf<Section extends string> {
  readonly readers: Readers
  readonly naming: Naming
  readonly language: Language
  /** In their order. */
  readonly sections: readonly Section[]
}

/** What readers get when nothing else is asked. */
export function choiceFor<Section extends string>(
  sections: Sections<Section>,
  readers: Readers,
  language: Language,
): ChoiceOf<Section> {
  return { readers, naming: readers === 'archive' ? 'everybody' : 'agreed', language, sections: sections.of[readers] }
}

/** The last section stays: a report of nothing is none. */
export function withSection<Section extends string>(
  sections: Sections<Section>,
  choice: ChoiceOf<Section>,
  section: Section,
  chosen: boolean,
): ChoiceOf<Section> {
  const wanted = sections.all.filter((one) => (one === section ? chosen : choice.sections.includes(one)))
  return wanted.length > 0 ? { ...choice, sections: wanted } : choice
}

const all = [
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
export type SessionSection = (typeof all)[number]
export type ReportChoice = ChoiceOf<SessionSection>

export const sessionSections: Sections<SessionSection> = {
  all,
  of: {
    participants: ['in_short', 'top', 'choice', 'ideas', 'plan', 'commitments', 'next_steps'],
    board: ['in_short', 'people', 'course', 'top', 'choice', 'votes', 'commitments', 'decisions', 'next_steps', 'appendix'],
    archive: all,
  },
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

/** To be saved. */
export function sessionFile(session: string, choice: ReportChoice, format: SavedFormat) {
  const name = `kiemkring-${session}.${format === 'csv' ? 'zip' : format}`
  return { file: format, address: reportAddress(session, choice, format), name }
}
