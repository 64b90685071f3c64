import type { ServerRecord } from '../shared/generated/record.ts'
import { Records } from '../shared/records.ts'
import type { RoundKind } from './screen-view.ts'

type SessionRecord = Extract<ServerRecord, { type: 'session' }>
type RoundRecord = Extract<ServerRecord, { type: 'round' }>

/** Records as after a snapshot for the audience `screen`, for tests. */
export function recordsOf(put: readonly ServerRecord[]): Records {
  const records = new Records()
  records.apply({ type: 'changes', audience: 'screen', from: 0, to: 1, now: 0, put: [...put], gone: [] })
  return records
}

export function session(part: Partial<SessionRecord> = {}): SessionRecord {
  return {
    type: 'session',
    id: 0,
    title: 'Kadepolder',
    question: 'Wat wordt onze groene plek?',
    within: 'binnen een jaar',
    money: '€ 6.500',
    place: 'gras naast de weegbrug',
    host: 'Parkvereniging',
    controller: 'Parkvereniging',
    retained_until: '2027-11-24',
    language: 'nl',
    seats_max: 30,
    door: 'open',
    status: 'open',
    blank: false,
    rehearsal: false,
    paused: false,
    moderated: false,
    reopened: false,
    ...part,
  }
}

export function round(kind: RoundKind, part: Partial<RoundRecord> = {}): RoundRecord {
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
    ...part,
  }
}

export function people(count: number, name: (id: number) => string = (id) => `Naam${id}`): ServerRecord[] {
  return Array.from({ length: count }, (_, i) => ({
    type: 'person',
    id: i + 1,
    name: name(i + 1),
    organisation: null,
    role: null,
    state: 'in',
    table: 0,
    symbol: 'none',
    votes_left: null,
    ready: false,
  }))
}

export function idea(
  id: number,
  text: string,
  part: { group?: number; status?: 'live' | 'hidden' } = {},
): ServerRecord {
  return {
    type: 'idea',
    id,
    text,
    explanation: '',
    status: part.status ?? 'live',
    group: part.group ?? 0,
    order: id,
    merged_into: 0,
    hold: null,
  }
}

const colors = ['moss', 'clay', 'sky', 'heath', 'sand', 'water', 'berry', 'bark'] as const

export function group(id: number, name: string): ServerRecord {
  return {
    type: 'group',
    id,
    name,
    letter: String.fromCharCode(64 + id),
    color: colors[(id - 1) % colors.length] ?? 'moss',
    order: id,
    single: false,
  }
}

/** Groups of one idea each, and one in which nothing lies. */
export function filledGroups(count: number): ServerRecord[] {
  return [
    ...Array.from({ length: count }, (_, i) => group(i + 1, `Groep ${i + 1}`)),
    ...Array.from({ length: count }, (_, i) => idea(i + 1, `Idee ${i + 1}`, { group: i + 1 })),
    group(count + 1, 'Leeg'),
  ]
}
