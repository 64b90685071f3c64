import type { Language } from '../../../text/language.ts'
import { type Naming, namingFor, type Readers } from '../../report/report-choice.ts'

export const dossierSections = [
  'in_short',
  'green_date',
  'session',
  'choice',
  'plan',
  'opening',
  'happened',
  'about',
] as const
export type DossierSection = (typeof dossierSections)[number]

export interface DossierReportChoice {
  readonly readers: Readers
  readonly naming: Naming
  readonly language: Language
  /** In the order of `dossierSections`. */
  readonly sections: readonly DossierSection[]
}

/** What is in a report of these readers when nothing else is asked; the server knows the same lists. */
const sectionsFor: Readonly<Record<Readers, readonly DossierSection[]>> = {
  participants: ['in_short', 'session', 'choice', 'plan', 'opening', 'about'],
  board: dossierSections,
  archive: dossierSections,
}

export function firstDossierChoice(language: Language): DossierReportChoice {
  return { readers: 'board', naming: 'agreed', language, sections: sectionsFor.board }
}

/** Other readers get the sections and the names that are for them, whatever was chosen before. */
export function withDossierReaders(choice: DossierReportChoice, to: Readers): DossierReportChoice {
  return { ...choice, readers: to, naming: namingFor(to), sections: sectionsFor[to] }
}

/** The last section stays: a report of nothing is none. */
export function withDossierSection(
  choice: DossierReportChoice,
  section: DossierSection,
  chosen: boolean,
): DossierReportChoice {
  const wanted = dossierSections.filter((one) => (one === section ? chosen : choice.sections.includes(one)))
  return wanted.length > 0 ? { ...choice, sections: wanted } : choice
}

/** A Word file is made in the browser from the page. */
export type DossierFile = 'pdf' | 'html' | 'docx' | 'summary'

/** The address of the report, or of its one page; `look` opens it in the browser. */
export function dossierReportAddress(
  trajectory: string,
  choice: DossierReportChoice,
  file: DossierFile,
  look = false,
): string {
  const query = new URLSearchParams({
    format: file === 'html' || file === 'docx' ? 'html' : 'pdf',
    readers: choice.readers,
    names: choice.naming,
    language: choice.language,
  })
  if (file === 'summary') query.set('summary', '1')
  else query.set('sections', choice.sections.join(','))
  if (file === 'docx') query.set('as', 'docx')
  if (look) query.set('look', '1')
  return `/api/trajectories/${encodeURIComponent(trajectory)}/export?${query}`
}
