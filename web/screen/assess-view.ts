import type { MatrixRecord } from '../shared/generated/record.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import type { Source } from './source.ts'

export interface AssessRow extends Candidate {
  /** Of each criterion how often each score was given. */
  readonly cells: readonly (readonly number[])[]
  readonly verdict: NonNullable<MatrixRecord['subjects'][number]['verdict']>
}

export interface AssessView {
  /** Of the round. */
  readonly title: string
  readonly scale: MatrixRecord['scale']
  readonly closed: boolean
  readonly answered: number
  readonly seats: number
  readonly criteria: readonly string[]
  readonly rows: readonly AssessRow[]
}

/** Undefined where nothing came along to be scored. */
export function assessView(source: Source): AssessView | undefined {
  const matrix = source.one('matrix').value
  const round = source.one('round').value
  if (!matrix) return undefined
  return {
    title: source.one('agenda').value?.rounds.find(({ id }) => id === round?.round)?.title ?? '',
    scale: matrix.scale,
    closed: matrix.closed,
    answered: matrix.answered,
    seats: matrix.seats,
    criteria: matrix.criteria.map(({ name }) => name),
    rows: matrix.subjects.map(({ group, verdict }) => ({
      ...candidateOf(source, group),
      verdict: verdict ?? 'open',
      cells: matrix.criteria.map(
        (_, criterion) =>
          matrix.cells.find((cell) => cell.group === group && cell.criterion === criterion)?.counts ?? [],
      ),
    })),
  }
}
