import type { RoundRecord } from '../shared/generated/record.ts'
import type { Source } from './source.ts'

/** How long a group explains itself. */
const pitchMs = 45_000

export type RoundKind = RoundRecord['kind']

export interface Corner {
  /** In two halves, so that it can be said aloud. */
  readonly code: string
  readonly link: string
  readonly address: string
  readonly locked: boolean
}

export type ScreenTimer =
  | { readonly state: 'running'; readonly endsAt: number; readonly totalMs: number }
  | { readonly state: 'paused'; readonly leftMs: number; readonly totalMs: number }

export interface Moving {
  readonly at: number
  readonly kind: RoundKind
  readonly title: string
}

export interface ScreenView {
  readonly language: 'nl' | 'en'
  readonly title: string
  readonly blank: boolean
  /** With simulated people. */
  readonly rehearsal: boolean
  /** Everything stands still. */
  readonly paused: boolean
  /** What is on: the round, or `explore` while the plan was asked for. */
  readonly kind: RoundKind
  /** Of a talk: its question. */
  readonly question: string
  /** A group explains itself now, on the screen. */
  readonly pitching: boolean
  /** Absent when nobody can join any more, and at the close: there is `results` then. */
  readonly corner?: Corner
  /** Where a phone finds what came out; from the close on. */
  readonly results?: string
  readonly timer?: ScreenTimer
  readonly moving?: Moving
  readonly nextStep?: { readonly date: string; readonly text: string }
}

/** Undefined until the session has arrived. */
export function screenView(source: Source, publicUrl: string): ScreenView | undefined {
  const session = source.one('session').value
  const round = source.one('round').value
  if (!session || !round) return undefined
  const plan = source.one('plan').value?.shown ?? false
  return {
    language: session.language,
    title: session.title,
    blank: session.blank,
    rehearsal: session.rehearsal,
    paused: session.paused,
    kind: plan ? 'explore' : round.kind,
    question: source.one('agenda').value?.rounds.find(({ id }) => id === round.round)?.title ?? '',
    pitching: !plan && (round.pitch?.group ?? 0) !== 0,
    ...whereTo(source, publicUrl),
    timer: timer(source),
    moving: moving(source),
    nextStep: source.one('closing').value?.next_step ?? undefined,
  }
}

export function codeInHalves(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}

/** What people type: no scheme, no slash at the end. */
export function addressOf(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/+$/, '')
}

/** The door; at the close the way to the result. */
function whereTo(source: Source, publicUrl: string): Pick<ScreenView, 'corner' | 'results'> {
  const invite = source.one('invite').value
  const session = source.one('session').value
  if (!invite || !session) return {}
  const page = publicUrl.replace(/\/+$/, '')
  if (session.status === 'ended' || source.one('round').value?.kind === 'close')
    return { results: `${page}/#r=${invite.secret}` }
  return {
    corner: {
      code: codeInHalves(invite.code),
      link: `${page}/#q=${invite.secret}`,
      address: addressOf(publicUrl),
      locked: session.door === 'locked',
    },
  }
}

function timer(source: Source): ScreenTimer | undefined {
  const round = source.one('round').value
  if (!round?.timer) return undefined
  if (round.pitch?.group) return clockOf(round.timer, pitchMs)
  const minutes = source.one('agenda').value?.rounds.find((one) => one.id === round.round)?.minutes ?? 0
  return clockOf(round.timer, minutes * 60_000)
}

function clockOf(timer: NonNullable<RoundRecord['timer']>, totalMs: number): ScreenTimer {
  return timer.state === 'running'
    ? { state: 'running', endsAt: timer.ends_at, totalMs }
    : { state: 'paused', leftMs: timer.left_ms, totalMs }
}

function moving(source: Source): Moving | undefined {
  const agenda = source.one('agenda').value
  const next = agenda?.rounds.find((round) => round.id === agenda.moving?.round)
  if (!agenda?.moving || !next) return undefined
  return { at: agenda.moving.at, kind: next.kind, title: next.title }
}
