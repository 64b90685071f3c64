import { describe, expect, it } from 'vitest'
import proxyConf from '../../deploy/nginx-site.conf?raw'
import router from '../../server/edge/router.cpp?raw'
import type { SessionSummary } from '../shared/http.ts'
import { importBytesMax, importRefusal, wrongWith, newerView } from './import-view.ts'
import { hashes, routeOf } from './route.ts'
import { sessionsView } from './sessions-view.ts'
import { troubleOf } from './store.ts'

const session = (id: string, part: Partial<SessionSummary> = {}): SessionSummary => ({
  id,
  title: id,
  place: '',
  language: 'nl',
  created_at: 1,
  status: 'open',
  people: 10,
  ideas: 20,
  current: 'ideas',
  retained_until: '2027-11-24',
  rehearsal_of: '',
  trajectory: '',
  ...part,
})

describe('The list of sessions', () => {
  it('shows rehearsals, and counts nothing of them', () => {
    const view = sessionsView([session('a'), session('b', { rehearsal_of: 'a', created_at: 2 })])
    expect(view.rows.map((row) => [row.id, row.rehearsal])).toEqual([
      ['b', true],
      ['a', false],
    ])
    expect([view.open.length, view.people, view.ideas]).toEqual([1, 10, 20])
  })
  it('has the newest first, in the same order every time', () => {
    const view = sessionsView([
      session('b', { created_at: 1 }),
      session('c', { created_at: 3 }),
      session('a', { created_at: 1 }),
    ])
    expect(view.rows.map((row) => row.id)).toEqual(['c', 'a', 'b'])
  })

  it('tells a prepared session from one that is open and one that has ended', () => {
    const view = sessionsView([
      session('prepared', { people: 0, current: 'lobby' }),
      session('open'),
      session('ended', { status: 'ended', current: 'close' }),
    ])
    expect(Object.fromEntries(view.rows.map((row) => [row.id, row.stage]))).toEqual({
      prepared: 'fresh',
      open: 'open',
      ended: 'ended',
    })
    expect(view.open.map((row) => row.id)).toEqual(['open'])
  })

  it('lets a stem grow with the rounds, and flower only at the end', () => {
    const growth = (part: Partial<SessionSummary>) => sessionsView([session('a', part)]).rows[0]?.growth ?? -1
    expect(growth({ people: 0, current: 'lobby' })).toBe(0)
    expect(growth({ current: 'vote' })).toBeGreaterThan(growth({ current: 'ideas' }))
    expect(growth({ current: 'close' })).toBeLessThan(1)
    expect(growth({ status: 'ended', current: 'vote' })).toBe(1)
  })

  it('adds up people and ideas', () => {
    expect(sessionsView([session('a'), session('b')])).toMatchObject({ people: 20, ideas: 40 })
  })
})

describe('The address', () => {
  it('leads to a page, and what it does not know to the list', () => {
    expect(routeOf('#setup=abc')).toEqual({ page: 'setup', secret: 'abc' })
    expect(routeOf('#/new')).toEqual({ page: 'new' })
    expect(routeOf(hashes.session('a/b c'))).toEqual({ page: 'session', id: 'a/b c' })
    expect(routeOf('#/sessions/%')).toEqual({ page: 'session', id: '%' })
    expect(routeOf('#/elsewhere')).toEqual({ page: 'sessions' })
    expect(routeOf('#/')).toEqual({ page: 'sessions' })
    expect(routeOf('')).toEqual({ page: 'trajectories', query: '' })
    expect(routeOf('#/trajectories')).toEqual({ page: 'trajectories', query: '' })
    expect(routeOf('#/trajectories?step=plan')).toEqual({ page: 'trajectories', query: 'step=plan' })
    expect(routeOf('#/trajectories/new')).toEqual({ page: 'new-trajectory' })
    expect(routeOf('#/trajectories/00ff')).toEqual({ page: 'trajectory', id: '00ff' })
  })
})

describe('A file to import', () => {
  it('is read before it is sent', () => {
    expect(wrongWith('{"format":1}', 12)).toBeUndefined()
    expect(wrongWith('idee;stemmen', 12)).toBe('import.not_json')
    expect(wrongWith('[1]', 3)).toBe('import.bad_export')
    expect(wrongWith('{}', importBytesMax)).toBeUndefined()
    expect(wrongWith('{}', importBytesMax + 1)).toBe('import.too_large')
  })

  it('may be as large as the server and the proxy that comes along take', () => {
    const [, mebibytes] = /import_max = (\d+) \* 1024 \* 1024;/.exec(router) ?? []
    expect(importBytesMax).toBe(Number(mebibytes) * 1024 * 1024)
    const [, proxy] = /client_max_body_size (\d+)m;/.exec(proxyConf) ?? []
    expect(Number(proxy) * 1024 * 1024).toBeGreaterThan(importBytesMax)
  })

  it('says what a newer version of a session would change', () => {
    const none = { ideas_came: 0, ideas_changed: 0, ideas_went: 0, people_came: 0, commitments_came: 0, commitments_went: 0, ended: true }
    expect(newerView({ ...none, ideas_came: 2, top_was: ['Bank'], top: ['Bank'] })).toEqual({ counts: [{ what: 'ideas_came', n: 2 }] })
    expect(newerView({ ...none, top_was: ['Bank', 'Muur'], top: ['Vijver', 'Bank'] }).top).toEqual({
      now: [
        { title: 'Vijver', isNew: true },
        { title: 'Bank', isNew: false },
      ],
      left: ['Muur'],
    })
  })

  it('is refused in words', () => {
    expect(importRefusal(422)).toBe('import.bad_export')
    expect(importRefusal(409)).toBe('import.exists')
    expect(importRefusal(409, 'changed_here')).toBe('import.changed_here')
    expect(importRefusal(409, 'not_newer')).toBe('import.not_newer')
    expect(importRefusal(413)).toBe('import.too_large')
    expect(importRefusal(0)).toBe('import.broken')
    expect(importRefusal(503)).toBeUndefined()
  })
})

describe('Trouble with the server', () => {
  const reply = (status: number, error: string) => troubleOf({ ok: false, status, error, body: {} })

  it('is told apart from answers that a page has words for', () => {
    expect(reply(0, 'offline')).toBe('offline')
    expect(reply(429, 'too_many')).toBe('busy')
    expect(reply(503, 'unavailable')).toBe('closed')
    expect(reply(500, 'internal')).toEqual({ code: 'internal' })
    expect(reply(200, 'unreadable')).toEqual({ code: 'unreadable' })
    expect(reply(404, 'not_found')).toBeUndefined()
    expect(reply(409, 'exists')).toBeUndefined()
  })
})
