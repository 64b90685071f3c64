import type { AgendaRecord, ServerRecord } from './generated/record.ts'

/** How long a frame stays: a session of three hours passes in two to four minutes. */
export const frameMs = 400

/** Of how many frames one answer tells. */
export const framesPerPart = 25

/** In which frames a session is played back. */
export interface ReplayOutline {
  /** The length of the log that is played back. */
  version: number
  /** When each frame was, in server ms. */
  times: number[]
  /** In which frame a round began. */
  rounds: { frame: number; kind: AgendaRecord['rounds'][number]['kind']; title: string }[]
}

export interface ReplayStep {
  frame: number
  at: number
  put: ServerRecord[]
  gone: string[]
}

/** The round that a frame belongs to. */
export function roundAt(outline: ReplayOutline, frame: number): ReplayOutline['rounds'][number] | undefined {
  return outline.rounds.filter((round) => round.frame <= frame).pop()
}
