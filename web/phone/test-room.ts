import { signal } from '@preact/signals'
import { vi } from 'vitest'
import type { ServerRecord } from '../shared/generated/record.ts'
import type { Hint } from '../shared/generated/server-message.ts'
import { Records } from '../shared/records.ts'
import type { PendingCommand, RefusedCommand, Status } from '../shared/session-link.ts'

/** A room as the views see it, with nothing behind it. */
export function testRoom(records: readonly ServerRecord[], pending: readonly PendingCommand[] = []) {
  const kept = new Records()
  kept.apply({
    type: 'changes',
    audience: 'participant',
    from: 0,
    to: 1,
    now: 0,
    put: [...records],
    gone: [],
  })
  return {
    token: 'a'.repeat(64),
    records: kept,
    pending: signal(pending),
    refused: signal<readonly RefusedCommand[]>([]),
    dismissRefused: vi.fn(),
    send: vi.fn(async () => ({ ok: true as const })),
    status: signal<Status>('live'),
    now: () => 1_000,
    person: signal<number | undefined>(3),
    survivesReload: true,
    storageFull: signal(false),
    away: signal(false),
    publicUrl: signal<string | undefined>('http://kiemkring.test'),
    hint: signal<Hint | undefined>(undefined),
    dismissHint: vi.fn(),
  }
}

export const session: Extract<ServerRecord, { type: 'session' }> = {
  type: 'session',
  id: 0,
  title: 'Samen naar één groene plek',
  question: 'Wat kan hier groener?',
  within: '1 jaar',
  money: '€ 15.000',
  place: 'rond de vijver',
  host: 'Veldhoen',
  controller: 'Veldhoen',
  retained_until: '2027-06-01',
  language: 'nl',
  seats_max: 30,
  door: 'open',
  status: 'open',
  blank: false,
  rehearsal: false,
  paused: false,
  moderated: false,
  reopened: false,
}

export function round(
  kind: Extract<ServerRecord, { type: 'round' }>['kind'],
  change: Partial<Extract<ServerRecord, { type: 'round' }>> = {},
): Extract<ServerRecord, { type: 'round' }> {
  return {
    type: 'round',
    id: 0,
    round: 1,
    kind,
    timer: null,
    ideas_shared: false,
    grouping_allowed: false,
    hints_allowed: false,
    pitch: null,
    ...change,
  }
}

export function me(
  change: Partial<Extract<ServerRecord, { type: 'me' }>> = {},
): Extract<ServerRecord, { type: 'me' }> {
  return {
    type: 'me',
    id: 0,
    person: 3,
    name: 'Karin',
    organisation: '',
    role: '',
    removed: false,
    ready: false,
    votes: [],
    votes_left: 0,
    commitments: [],
    concerns: [],
    stars: 0,
    scores: [],
    contact: null,
    ...change,
  }
}

export function myIdea(
  id: number,
  text: string,
  change: Partial<Extract<ServerRecord, { type: 'my_idea' }>> = {},
): Extract<ServerRecord, { type: 'my_idea' }> {
  return { type: 'my_idea', id, text, explanation: '', status: 'live', group: 0, ...change }
}

export function idea(
  id: number,
  text: string,
  change: Partial<Extract<ServerRecord, { type: 'idea' }>> = {},
): Extract<ServerRecord, { type: 'idea' }> {
  return {
    type: 'idea',
    id,
    text,
    explanation: '',
    status: 'live',
    group: 0,
    order: id,
    merged_into: 0,
    hold: null,
    ...change,
  }
}

export function group(id: number, name: string, letter: string): Extract<ServerRecord, { type: 'group' }> {
  return { type: 'group', id, name, letter, color: 'moss', order: id, single: false }
}

export function person(
  id: number,
  name: string,
  change: Partial<Extract<ServerRecord, { type: 'person' }>> = {},
): Extract<ServerRecord, { type: 'person' }> {
  return {
    type: 'person',
    id,
    name,
    organisation: null,
    role: null,
    state: 'in',
    table: 0,
    symbol: 'none',
    votes_left: null,
    ready: null,
    ...change,
  }
}

export function proposal(
  id: number,
  change: Partial<Extract<ServerRecord, { type: 'proposal' }>> = {},
): Extract<ServerRecord, { type: 'proposal' }> {
  return {
    type: 'proposal',
    id,
    by: 0,
    name: '',
    what: '',
    where: '',
    whom: '',
    in_time: 'unknown',
    in_money: 'unknown',
    revision: 0,
    ...change,
  }
}

export function agenda(
  rounds: readonly Partial<Extract<ServerRecord, { type: 'agenda' }>['rounds'][number]>[],
  current: number,
): Extract<ServerRecord, { type: 'agenda' }> {
  return {
    type: 'agenda',
    id: 0,
    rounds: rounds.map((round, at) => ({
      id: at + 1,
      kind: 'talk',
      title: '',
      minutes: 0,
      text: '',
      say: '',
      state: 'ahead',
      ...round,
    })),
    current,
    moving: null,
  }
}

export function top(candidates: readonly number[]): Extract<ServerRecord, { type: 'top' }> {
  return {
    type: 'top',
    id: 0,
    size: candidates.length,
    revealed: candidates.length,
    entries: candidates.map((candidate, at) => ({
      place: at + 1,
      candidate,
      letter: 'ABCDE'[at] ?? '',
      title: `Idee ${candidate}`,
      votes: 9 - at,
      tied: false,
    })),
    near_misses: [],
    decided_by: null,
    seed: '',
  }
}

/** A command that waits on the phone. */
export function waiting<O extends PendingCommand['op']>(
  op: O,
  args: Extract<PendingCommand, { op: O }>['args'],
  state: 'kept' | 'sent' = 'kept',
): PendingCommand {
  return { n: 1, op, args, state } as PendingCommand
}

export function vote(
  change: Partial<Extract<ServerRecord, { type: 'vote' }>> = {},
): Extract<ServerRecord, { type: 'vote' }> {
  return {
    type: 'vote',
    id: 0,
    vote: 1,
    runoff: false,
    state: 'open',
    candidates: [1, 2, 3],
    votes_per_person: 2,
    votes_per_candidate: 1,
    voted: 0,
    seats: 3,
    closes_at: null,
    waiting: null,
    ...change,
  }
}
