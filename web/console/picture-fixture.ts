import type { Outcome } from '../shared/session-link.ts'
import type { Group, Idea, Person, Picture, Round, Send } from './picture.ts'

/** A send that writes down what was asked for, and answers what the test wants. */
export function recorder(outcome: Outcome = { ok: true }): { send: Send; asked: [string, unknown][] } {
  const asked: [string, unknown][] = []
  const send: Send = (op, args) => {
    asked.push([op, args])
    return Promise.resolve(outcome)
  }
  return { send, asked }
}

export function aRound(id: number, kind: Round['kind'], state: Round['state'], minutes = 10): Round {
  return { id, kind, state, minutes, title: '', text: '', say: '' }
}

export function anAgenda(
  rounds: Round[],
  moving: { round: number; at: number } | null = null,
): Picture['agenda'] {
  const current = rounds.find((round) => round.state === 'now')?.id ?? 0
  return { type: 'agenda', id: 0, rounds, current, moving }
}

export function theRound(
  kind: Round['kind'],
  more: Partial<NonNullable<Picture['round']>> = {},
): Picture['round'] {
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
    ...more,
  }
}

export function aPerson(id: number, name: string, more: Partial<Person> = {}): Person {
  return {
    type: 'person',
    id,
    name,
    organisation: '',
    role: '',
    state: 'in',
    table: 0,
    symbol: 'none',
    votes_left: null,
    ready: false,
    ...more,
  }
}

export function anIdea(id: number, group: number, order: number, more: Partial<Idea> = {}): Idea {
  return {
    type: 'idea',
    id,
    text: `idee ${id}`,
    explanation: '',
    status: 'live',
    group,
    order,
    merged_into: 0,
    hold: null,
    ...more,
  }
}

export function aGroup(id: number, letter: string, more: Partial<Group> = {}): Group {
  return {
    type: 'group',
    id,
    name: `groep ${letter}`,
    letter,
    color: 'moss',
    order: id,
    single: false,
    ...more,
  }
}

export function theSession(more: Partial<NonNullable<Picture['session']>> = {}): Picture['session'] {
  return {
    type: 'session',
    id: 0,
    title: 'Kadepolder',
    question: 'Waar word jij blij van?',
    within: '',
    money: '',
    place: '',
    host: '',
    controller: '',
    retained_until: '2027-01-01',
    language: 'nl',
    seats_max: 30,
    door: 'open',
    status: 'open',
    blank: false,
    rehearsal: false,
    paused: false,
    moderated: false,
    reopened: false,
    ...more,
  }
}

export function aPicture(more: Partial<Picture> = {}): Picture {
  return {
    session: theSession(),
    people: [],
    papers: [],
    knocks: [],
    turnedAway: [],
    notes: [],
    device: '',
    ideas: [],
    groups: [],
    commitments: [],
    tables: [],
    proposals: [],
    concerns: [],
    photos: [],
    suggestions: [],
    connected: new Set(),
    facilitators: 1,
    ...more,
  }
}

export function theVote(more: Partial<NonNullable<Picture['vote']>> = {}): Picture['vote'] {
  return {
    type: 'vote',
    id: 0,
    vote: 1,
    runoff: false,
    state: 'open',
    candidates: [1, 2, 3],
    votes_per_person: 3,
    votes_per_candidate: 1,
    voted: 0,
    seats: 0,
    closes_at: null,
    waiting: [],
    ...more,
  }
}

export function theTie(more: Partial<NonNullable<Picture['tie']>> = {}): Picture['tie'] {
  return {
    type: 'tie',
    id: 0,
    first_place: 5,
    free: 1,
    tied: [4, 6],
    size: 5,
    ways: ['widen', 'run_off', 'merge', 'draw'],
    runoff: false,
    decided: null,
    ...more,
  }
}
