import { t } from '../text/console.ts'
import { clockText, hourText } from '../ui/clock.ts'
import { roundName } from '../shared/round-name.ts'
import { currentRound, openTie, type Picture, type Round, type Send } from './picture.ts'
import { secondsLeft } from './times.ts'

/** One round on the rail. An action that is not possible is absent. */
export interface RailStop {
  readonly id: number
  readonly kind: Round['kind']
  readonly title: string
  readonly state: Round['state']
  readonly note: string
  readonly stateText: string
  readonly minutes: number
  readonly go?: () => void
  readonly skip?: () => void
  readonly unskip?: () => void
  readonly repeat?: () => void
  readonly earlier?: () => void
  readonly later?: () => void
  readonly words: RoundWords
  readonly edit?: (words: RoundWords) => Promise<boolean>
}

/** What a facilitator can write about a round. */
export interface RoundWords {
  readonly title: string
  readonly text: string
  readonly say: string
  readonly minutes: number
}

/** The rounds that can come at any moment. */
export const addable = [
  'show',
  'talk',
  'explore',
  'ideas',
  'break',
  'group',
  'pitch',
  'table_choice',
  'sharpen',
  'vote',
  'tie',
  'top5',
  'concerns',
  'commit',
  'assess',
  'choose',
] as const satisfies readonly Round['kind'][]

export type Addable = (typeof addable)[number]

/** To score and to choose is only there for what came along from a dossier. */
export function addableOf(picture: Picture): readonly Addable[] {
  return addable.filter((kind) => picture.matrix || (kind !== 'assess' && kind !== 'choose'))
}

/** Adds a round right after this one; absent once the session has ended. */
export function roundAdder(
  picture: Picture,
  send: Send,
): ((kind: Addable, words: RoundWords) => Promise<boolean>) | undefined {
  if (picture.session?.status === 'ended') return undefined
  return async (kind, words) => (await send('add_round', { kind, ...words })).ok
}

export function railView(picture: Picture, now: number, send: Send): readonly RailStop[] {
  const rounds = picture.agenda?.rounds ?? []
  const ended = picture.session?.status === 'ended'
  const starts = plannedStarts(picture, now)
  const seen = picture.agenda?.current ?? null
  return rounds.map((round, place) => {
    const stop: RailStop = {
      id: round.id,
      kind: round.kind,
      title: roundName(round),
      state: round.state,
      minutes: round.minutes,
      note: noteOf(picture, round, now, starts.get(round.id)),
      stateText: stateText(round, starts.get(round.id)),
      words: { title: round.title, text: round.text, say: round.say, minutes: round.minutes },
    }
    if (ended) return stop
    return {
      ...stop,
      ...(round.state !== 'now' && round.state !== 'skipped'
        ? { go: () => void send('start_round', { round: round.id, in_ms: 0, seen }) }
        : {}),
      ...(round.state === 'ahead'
        ? { skip: () => void send('skip_round', { round: round.id, skipped: true }) }
        : {}),
      ...(round.state === 'skipped'
        ? { unskip: () => void send('skip_round', { round: round.id, skipped: false }) }
        : {}),
      ...(round.kind !== 'lobby' && round.kind !== 'close'
        ? { repeat: () => void send('repeat_round', { round: round.id }) }
        : {}),
      edit: async (words: RoundWords) => (await send('edit_round', { round: round.id, ...words })).ok,
      ...swapAction('earlier', rounds, place, place - 1, send),
      ...swapAction('later', rounds, place, place + 1, send),
    }
  })
}

function movable(round: Round | undefined): boolean {
  return round?.state === 'ahead' || round?.state === 'skipped'
}

function swapAction(
  name: 'earlier' | 'later',
  rounds: readonly Round[],
  place: number,
  other: number,
  send: Send,
): { earlier?: () => void; later?: () => void } {
  if (!movable(rounds[place]) || !movable(rounds[other])) return {}
  return {
    [name]: () => {
      const order = rounds.map((round) => round.id)
      ;[order[place], order[other]] = [order[other] as number, order[place] as number]
      void send('order_agenda', { rounds: order })
    },
  }
}

/** When each round that is ahead would start, if all of them took their planned minutes from now on. */
export function plannedStarts(picture: Picture, now: number): ReadonlyMap<number, number> {
  const starts = new Map<number, number>()
  let at = now
  for (const round of picture.agenda?.rounds ?? []) {
    if (round.state === 'now') at += timerLeft(picture, now) ?? round.minutes * 60_000
    if (round.state !== 'ahead') continue
    starts.set(round.id, at)
    // A tie is not planned for: it takes its minutes only once there is one.
    if (round.kind !== 'tie' || openTie(picture)) at += round.minutes * 60_000
  }
  return starts
}

/** How long a group explains itself. */
const pitchMs = 45_000

/** Undefined when no timer runs or waits. */
export function timerLeft(picture: Picture, now: number): number | undefined {
  const timer = picture.round?.timer
  if (!timer) return undefined
  const left = Math.max(0, timer.state === 'running' ? timer.ends_at - now : timer.left_ms)
  // `now` is a moment ago: a timer that just began must not show a second more than it has.
  const whole = picture.round?.pitch?.group ? pitchMs : (currentRound(picture)?.minutes ?? 0) * 60_000
  return whole > 0 && left > whole && left - whole < 1_000 ? whole : left
}

function noteOf(picture: Picture, round: Round, now: number, start: number | undefined): string {
  if (round.state === 'done') return t('rail.done')
  if (round.state === 'skipped') return t('rail.skipped')
  if (round.state === 'ahead' && round.kind === 'tie' && !openTie(picture)) return t('rail.if_needed')
  if (round.state === 'ahead') return start === undefined ? '' : hourText(start)
  const left = timerLeft(picture, now)
  if (left === undefined) return t('rail.now')
  if (picture.round?.timer?.state === 'paused') return t('rail.paused', { time: clockText(left) })
  return left > 0 ? t('rail.left', { time: clockText(left) }) : t('rail.over')
}

function stateText(round: Round, start: number | undefined): string {
  if (round.state === 'now') return t('rail.state_now')
  if (round.state === 'done') return t('rail.state_done')
  if (round.state === 'skipped') return t('rail.state_skipped')
  return t('rail.state_ahead', { time: start === undefined ? '' : hourText(start) })
}

/** The bar at the bottom: where everybody goes from here. */
export interface FootView {
  readonly back?: { readonly title: string; readonly go: () => void }
  readonly next?: {
    readonly title: string
    readonly hint: string
    readonly go: () => void
    readonly soon: () => void
  }
  /** Why there is no next, with the title that waits when there is one. */
  readonly blocked?: { readonly reason: string; readonly title?: string }
  readonly moving?: {
    readonly title: string
    readonly seconds: number
    readonly stop: () => void
    readonly now: () => void
  }
}

export function footView(picture: Picture, now: number, send: Send): FootView {
  const agenda = picture.agenda
  if (!agenda) return {}
  if (picture.session?.status === 'ended') return { blocked: { reason: t('foot.ended') } }

  if (agenda.moving) {
    const { round, at } = agenda.moving
    const goal = agenda.rounds.find((known) => known.id === round)
    return {
      moving: {
        title: goal ? roundName(goal) : '',
        seconds: secondsLeft(at, now),
        stop: () => void send('cancel_start', {}),
        now: () => void send('start_round', { round, in_ms: 0, seen: agenda.current }),
      },
    }
  }

  const place = agenda.rounds.findIndex((round) => round.id === agenda.current)
  const before = agenda.rounds
    .slice(0, Math.max(0, place))
    .reverse()
    .find((round) => isOnTheWay(picture, round))
  const after = agenda.rounds.slice(place + 1).find((round) => isOnTheWay(picture, round))
  const start = (round: Round, in_ms: number) => () => void send('start_round', { round: round.id, in_ms, seen: agenda.current })
  const back = before && { title: roundName(before), go: start(before, 0) }
  const withBack = back ? { back } : {}
  if (!after) return { ...withBack, blocked: { reason: t('foot.last') } }

  const reason = whyNotYet(picture, agenda.rounds[place], after)
  if (reason) return { ...withBack, blocked: { reason, title: roundName(after) } }
  return {
    ...withBack,
    next: {
      title: roundName(after),
      hint: hintFor(picture),
      go: start(after, 0),
      soon: start(after, 30_000),
    },
  }
}

/** A round for a tie is passed by when there is none. */
function isOnTheWay(picture: Picture, round: Round): boolean {
  return round.state !== 'skipped' && (round.kind !== 'tie' || picture.tie !== undefined)
}

function whyNotYet(picture: Picture, from: Round | undefined, to: Round): string | undefined {
  if (!from || (from.kind !== 'vote' && from.kind !== 'tie')) return undefined
  if (picture.vote?.state === 'open') return t('foot.vote_open')
  if (to.kind !== 'tie' && openTie(picture)) return t('foot.tie_open')
  return undefined
}

function hintFor(picture: Picture): string {
  const kind = picture.round?.kind
  if (kind === 'group') {
    const loose = picture.ideas.filter((idea) => idea.status === 'live' && idea.group === 0).length
    if (loose > 0) return t('foot.loose', { n: loose })
  }
  if (kind === 'top5' && picture.top) {
    const hidden = Math.max(0, picture.top.entries.length - picture.top.revealed)
    if (hidden > 0) return t('foot.top_hidden', { n: hidden })
  }
  if (kind === 'commit' && picture.top) {
    const led = new Set(picture.commitments.filter((one) => one.role === 'lead').map((one) => one.candidate))
    const without = picture.top.entries.filter((entry) => !led.has(entry.candidate)).length
    if (without > 0) return t('foot.no_lead', { n: without })
  }
  return t('foot.next_hint')
}
