import type { GroupRecord, MatrixRecord } from '../../shared/generated/record.ts'
import type { Outcome } from '../../shared/session-link.ts'
import type { Room } from '../room.ts'

export type Scale = MatrixRecord['scale']

export interface ScoreCell {
  readonly criterion: number
  readonly name: string
  readonly question: string
  /** What I gave; 0: nothing yet. */
  readonly mine: number
  /** It waits on this phone for a connection. */
  readonly kept: boolean
  /** How often each score was given, from 1; once it is closed. */
  readonly counts: readonly number[] | undefined
  /** The same again takes it back. */
  readonly give: ((score: number) => Promise<Outcome>) | undefined
}

export interface ScoreSubject {
  readonly group: number
  readonly letter: string
  readonly color: GroupRecord['color']
  readonly title: string
  readonly about: string
  readonly cells: readonly ScoreCell[]
  readonly verdict: NonNullable<MatrixRecord['subjects'][number]['verdict']>
  readonly note: string
}

export interface ScoreView {
  readonly scale: Scale
  readonly closed: boolean
  readonly subjects: readonly ScoreSubject[]
  readonly filled: number
  readonly cells: number
  readonly kept: number
}

/** Undefined where nothing came along to be scored. */
export function scoreView(room: Room): ScoreView | undefined {
  const matrix = room.records.one('matrix').value
  if (!matrix || matrix.subjects.length === 0) return undefined
  const mine = new Map<string, { score: number; kept: boolean }>()
  for (const { group, criterion, score } of room.records.one('me').value?.scores ?? [])
    mine.set(`${group}-${criterion}`, { score, kept: false })
  for (const command of room.pending.value) {
    if (command.op !== 'give_score') continue
    const { group, criterion, score } = command.args
    mine.set(`${group}-${criterion}`, { score, kept: command.state === 'kept' })
  }
  const ended = room.records.one('session').value?.status === 'ended'
  const open = !matrix.closed && !ended
  const subjects = matrix.subjects.map(({ group, about, verdict, note }): ScoreSubject => {
    const known = room.records.one('group', group).value
    return {
      group,
      about,
      note,
      verdict: verdict ?? 'open',
      letter: known?.letter ?? '',
      color: known?.color ?? 'moss',
      title: known?.name ?? '',
      cells: matrix.criteria.map(({ name, question }, criterion): ScoreCell => {
        const given = mine.get(`${group}-${criterion}`)
        return {
          criterion,
          name,
          question,
          mine: given?.score ?? 0,
          kept: given?.kept ?? false,
          counts: matrix.closed
            ? matrix.cells.find((cell) => cell.group === group && cell.criterion === criterion)?.counts
            : undefined,
          give: open
            ? (score) =>
                room.send('give_score', { group, criterion, score: score === given?.score ? 0 : score })
            : undefined,
        }
      }),
    }
  })
  const cells = subjects.flatMap((subject) => subject.cells)
  return {
    scale: matrix.scale,
    closed: matrix.closed,
    subjects,
    filled: cells.filter((cell) => cell.mine > 0).length,
    cells: cells.length,
    kept: cells.filter((cell) => cell.kept).length,
  }
}
