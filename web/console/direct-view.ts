import { t } from '../text/console.ts'
import { timerLeft } from './agenda-view.ts'
import { currentRound, groupsWithIdeas, type Picture, peopleInside, type Send } from './picture.ts'
import { isBegun } from './sharpen-view.ts'

const minute = 60_000

export interface TimerView {
  readonly state: 'none' | 'running' | 'paused'
  readonly left: number
  readonly endsAt?: number
  readonly minutes: number
  readonly start?: () => void
  readonly less?: () => void
  readonly more?: () => void
  readonly pause?: () => void
  readonly resume?: () => void
}

export function timerView(picture: Picture, now: number, send: Send): TimerView {
  const minutes = currentRound(picture)?.minutes || 5
  const timer = picture.round?.timer
  if (picture.session?.status === 'ended') return { state: 'none', left: 0, minutes }
  if (!timer) {
    return {
      state: 'none',
      left: 0,
      minutes,
      start: () => void send('set_timer', { duration_ms: minutes * minute }),
    }
  }
  const left = timerLeft(picture, now) ?? 0
  // In a pause of everything it goes on with everything.
  if (picture.session?.paused) return { state: 'paused', left, minutes }
  const adjust = {
    ...(left > 0 ? { less: () => void send('adjust_timer', { delta_ms: -minute }) } : {}),
    more: () => void send('adjust_timer', { delta_ms: minute }),
  }
  if (timer.state === 'paused')
    return { state: 'paused', left, minutes, ...adjust, resume: () => void send('resume_timer', {}) }
  return {
    state: 'running',
    left,
    endsAt: timer.ends_at,
    minutes,
    ...adjust,
    ...(left > 0
      ? { pause: () => void send('pause_timer', {}) }
      : { start: () => void send('set_timer', { duration_ms: minutes * minute }) }),
  }
}

/** Who acted and who is still busy, in the round of now. */
export interface Meter {
  readonly done: number
  readonly total: number
  readonly sentence: string
  readonly more?: string
  readonly rest: string
  readonly advice?: string
}

export function meterView(picture: Picture): Meter | undefined {
  const seats = picture.progress?.seats_taken ?? peopleInside(picture).length
  const kind = picture.round?.kind
  if (kind === 'lobby') {
    const total = picture.session?.seats_max ?? seats
    return counted('lobby', seats, total)
  }
  if (kind === 'ideas') {
    const meter = counted('ideas', picture.progress?.writers ?? 0, seats)
    if (!meter) return undefined
    return {
      ...meter,
      more: t('meter.ideas_sum', { n: picture.progress?.ideas ?? 0 }),
      ...(meter.done < meter.total ? { advice: t('meter.walk') } : {}),
    }
  }
  if (kind === 'group') {
    const live = picture.ideas.filter((idea) => idea.status === 'live')
    return counted('group', live.filter((idea) => idea.group !== 0).length, live.length)
  }
  if (kind === 'pitch') {
    const groups = groupsWithIdeas(picture)
    const done = new Set(picture.round?.pitch?.done)
    return counted('pitch', groups.filter((group) => done.has(group.id)).length, groups.length)
  }
  if (kind === 'talk') {
    // Whoever keeps no tables is not told of them.
    const people = peopleInside(picture)
    const seated = people.filter((person) => person.table > 0).length
    return seated > 0 ? counted('talk', seated, people.length) : undefined
  }
  if (kind === 'table_choice') {
    const tables = new Set(peopleInside(picture).map((person) => person.table))
    tables.delete(0)
    const chosen = picture.tables.filter((table) => tables.has(table.id) && table.chosen.length > 0)
    return counted('table_choice', chosen.length, tables.size)
  }
  if (kind === 'sharpen') {
    const groups = groupsWithIdeas(picture).map((group) => group.id)
    const begun = picture.proposals.filter((one) => groups.includes(one.id) && isBegun(one))
    return counted('sharpen', begun.length, groups.length)
  }
  if (kind === 'vote' || kind === 'tie') {
    const vote = picture.vote
    if (!vote) return undefined
    const meter = counted('vote', vote.voted, vote.seats)
    return meter && vote.state === 'closed' ? { ...meter, rest: t('meter.vote_closed') } : meter
  }
  if (kind === 'top5' && picture.top) {
    const total = picture.top.entries.length
    return counted('top5', Math.min(picture.top.revealed, total), total)
  }
  if (kind === 'commit' && picture.top) {
    const led = new Set(picture.commitments.filter((one) => one.role === 'lead').map((one) => one.candidate))
    const entries = picture.top.entries
    return counted('commit', entries.filter((entry) => led.has(entry.candidate)).length, entries.length)
  }
  return undefined
}

type Counted = 'lobby' | 'ideas' | 'group' | 'vote' | 'top5' | 'commit' | 'pitch' | 'talk' | 'table_choice' | 'sharpen'

function counted(what: Counted, done: number, total: number): Meter | undefined {
  if (total === 0) return undefined
  const left = total - done
  return {
    done,
    total,
    sentence: t(`meter.${what}`, { done, total }),
    rest: left > 0 ? t(`meter.${what}_rest`, { n: left }) : t(`meter.${what}_all`),
  }
}
