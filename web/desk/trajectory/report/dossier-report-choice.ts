import type { ChoiceOf, Sections } from '../../report/report-choice.ts'

const all = ['in_short', 'green_date', 'session', 'choice', 'plan', 'opening', 'happened', 'about'] as const
export type DossierSection = (typeof all)[number]
export type DossierReportChoice = ChoiceOf<DossierSection>

export const dossierSections: Sections<DossierSection> = {
  all,
  of: {
    participants: ['in_short', 'session', 'choice', 'plan', 'opening', 'about'],
    board: all,
    archive: all,
  },
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

/** To be saved. */
export function dossierFile(trajectory: string, choice: DossierReportChoice, file: DossierFile) {
  const name = `kiemkring-${trajectory}.${file === 'summary' ? 'pdf' : file}`
  return { file, address: dossierReportAddress(trajectory, choice, file), name }
}
