// The approach as the server keeps it; server/wire/approach.h is the other side.

export interface ProposedFactor {
  name_nl: string
  name_en: string
  question_nl: string
  question_en: string
}
/** Amounts are cents; hours are a week. */
export interface ApproachFile {
  kiemkring_approach: 1
  fee: number
  refund: number
  hours_from: number
  hours_to: number
  /** Of the cost, for setbacks. */
  contingency_percent: number
  factors: ProposedFactor[]
}
export interface SharedDocument<File> {
  /** 0: as it came along. */
  revision: number
  document: File
  proposal: File
}
/** What is wrong with a document, and where: `factors[2].name_nl`, counted from 0. */
export interface DocumentProblem {
  where: string
  why: string
}
