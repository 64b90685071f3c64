import { expect, test } from 'vitest'
import { headerView } from './header-view.ts'
import { round, session, testRoom, vote } from './test-room.ts'
import { waitView } from './wait-view.ts'

const agendaRound = (
  id: number,
  kind: 'lobby' | 'ideas' | 'vote' | 'tie',
  state: 'done' | 'now' | 'ahead' | 'skipped',
) => ({
  id,
  kind,
  title: '',
  minutes: 5,
  text: '',
  say: '',
  state,
})
const agenda = {
  type: 'agenda' as const,
  id: 0,
  rounds: [
    agendaRound(1, 'lobby', 'done'),
    agendaRound(2, 'vote', 'skipped'),
    agendaRound(3, 'ideas', 'now'),
    agendaRound(4, 'tie', 'skipped'),
    agendaRound(5, 'vote', 'ahead'),
  ],
  current: 3,
  moving: { round: 5, at: 9_000 },
}

test('Skipped rounds do not count; what starts soon is told', () => {
  const view = headerView(testRoom([session, agenda, round('ideas')]))
  expect(view).toMatchObject({ kind: 'ideas', number: 2, total: 3, runoff: false })
  expect(view?.moving).toMatchObject({ at: 9_000, round: { id: 5 } })
})

test('A run-off is called so', () => {
  const view = headerView(testRoom([session, agenda, round('tie'), vote({ runoff: true })]))
  expect(view?.runoff).toBe(true)
})

test('The ring knows my place and names a few', () => {
  const person = (id: number, name: string, state: 'in' | 'removed' = 'in') => ({
    type: 'person' as const,
    id,
    name,
    organisation: null,
    role: null,
    state,
    table: 0,
    symbol: 'none' as const,
    votes_left: null,
    ready: null,
  })
  const people = [person(1, 'Ahmed'), person(2, 'Weg', 'removed'), person(3, 'Karin'), person(4, '')]
  const meRecord = {
    type: 'me' as const,
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
  }
  const view = waitView(testRoom([session, agenda, round('lobby'), meRecord, ...people]))
  expect(view).toMatchObject({ here: 3, seats: 30, myPlace: 1, names: ['Ahmed'], others: 1, next: { id: 5 } })
})
