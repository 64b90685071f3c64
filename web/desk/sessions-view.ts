import type { SessionSummary } from '../shared/http.ts'

export const roundOrder = ['lobby', 'ideas', 'group', 'vote', 'tie', 'top5', 'commit', 'close'] as const
export type RoundKind = (typeof roundOrder)[number]

export type Stage = 'fresh' | 'open' | 'ended'

export interface SessionRow {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly createdAt: number
  readonly stage: Stage
  readonly current: RoundKind
  readonly people: number
  readonly ideas: number
  readonly retainedUntil: string
  /** A copy with simulated people. */
  readonly rehearsal: boolean
  /** The dossier that it belongs to. */
  readonly trajectory: string
  /** 0 for a seed in the ground, 1 for a session that came to its end. */
  readonly growth: number
}

export interface SessionsView {
  /** The newest first. */
  readonly rows: readonly SessionRow[]
  /** Without rehearsals, as is everything below. */
  readonly real: readonly SessionRow[]
  readonly open: readonly SessionRow[]
  readonly people: number
  readonly ideas: number
}

export function sessionsView(sessions: readonly SessionSummary[]): SessionsView {
  const rows = sessions
    .map(rowOf)
    .sort((a, b) => b.createdAt - a.createdAt || a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1))
  const real = rows.filter((row) => !row.rehearsal)
  return {
    rows,
    real,
    open: real.filter((row) => row.stage === 'open'),
    people: real.reduce((sum, row) => sum + row.people, 0),
    ideas: real.reduce((sum, row) => sum + row.ideas, 0),
  }
}

function rowOf(session: SessionSummary): SessionRow {
  const { id, title, place, current, people, ideas } = session
  const stage = session.status === 'ended' ? 'ended' : people === 0 && current === 'lobby' ? 'fresh' : 'open'
  const reached = Math.max(0, roundOrder.indexOf(current))
  return {
    id,
    title,
    place,
    createdAt: session.created_at,
    stage,
    current,
    people,
    ideas,
    retainedUntil: session.retained_until,
    rehearsal: session.rehearsal_of !== '',
    trajectory: session.trajectory,
    growth: stage === 'ended' ? 1 : stage === 'fresh' ? 0 : (reached + 1) / (roundOrder.length + 1),
  }
}
