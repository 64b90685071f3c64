import { batch, signal } from '@preact/signals'
import { call, type CallOptions, type Reply, type SessionSummary, type Template } from '../shared/http.ts'
import { type Route, routeOf } from './route.ts'

/** What went wrong, for the strip above the page; the sentence is chosen by `troubleText`. */
export type Trouble = 'offline' | 'busy' | 'closed' | { readonly code: string }

export const route = signal<Route>(routeOf(typeof location === 'undefined' ? '' : location.hash))
/** Undefined while not known; null when nobody is logged in. */
export const organiser = signal<{ readonly name: string } | null | undefined>(undefined)
/** True when the server forgot a log-in in the middle of the work. */
export const expired = signal(false)
export const sessions = signal<readonly SessionSummary[] | undefined>(undefined)
export const templates = signal<readonly Template[] | undefined>(undefined)
/** The disk of the server is full: what is new is refused until there is space. */
export const storageFull = signal(false)
/** What the server allows a session to have. */
export const seatsMax = signal(30)
export const trouble = signal<Trouble | undefined>(undefined)

/** A page that has something unsaved asks first; `stayedFrom` is where one wanted to go. */
export const mayLeave = signal<(to: Route) => boolean>(() => true)
export const stayedFrom = signal<string>()
let shownHash = typeof location === 'undefined' ? '' : location.hash

export function followHash(): () => void {
  const changed = () => {
    const wanted = routeOf(location.hash)
    if (mayLeave.value(wanted)) {
      shownHash = location.hash
      route.value = wanted
    } else {
      stayedFrom.value = location.hash
      history.replaceState(null, '', shownHash || '#')
    }
  }
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

/** Browsers refuse an address that changes with every letter. */
const addressAfterMs = 250
let waiting: { readonly hash: string; readonly over: string; readonly timer: ReturnType<typeof setTimeout> } | undefined

function writeAddress(): void {
  if (!waiting) return
  clearTimeout(waiting.timer)
  // Whoever went elsewhere meanwhile stays there.
  if (location.hash === waiting.over) {
    history.replaceState(null, '', waiting.hash)
    shownHash = waiting.hash
  }
  waiting = undefined
}

/** The same page, looked at otherwise: `push` makes a step to go back from, `replace` goes on in the one that is there. */
export function lookAt(hash: string, how: 'push' | 'replace'): void {
  if (how === 'push') {
    writeAddress()
    history.pushState(null, '', hash)
    shownHash = hash
  } else {
    const over = waiting?.over ?? location.hash
    clearTimeout(waiting?.timer)
    waiting = { hash, over, timer: setTimeout(writeAddress, addressAfterMs) }
  }
  route.value = routeOf(hash)
}

export function goTo(hash: string): void {
  location.hash = hash
}

/** Asks the server; a log-in that is over and general trouble are dealt with here, for every page alike. */
export const ask: typeof call = async (path, body, options?: CallOptions) => {
  const reply = await call(path, body, options)
  if (!options?.signal?.aborted) hear(reply, path === 'POST /api/login')
  return reply
}

/** What an answer means for the whole page. */
export function hear(reply: Reply<unknown>, loggingIn = false): void {
  batch(() => {
    if (reply.ok) {
      trouble.value = undefined
    } else if (reply.status === 401 && !loggingIn) {
      expired.value = expired.value || organiser.value != null
      organiser.value = null
    } else {
      trouble.value = troubleOf(reply)
    }
  })
}

/** Undefined for answers that the page itself has words for. */
export function troubleOf(reply: Extract<Reply<unknown>, { ok: false }>): Trouble | undefined {
  if (reply.error === 'offline') return 'offline'
  if (reply.status === 429) return 'busy'
  if (reply.status === 503) return 'closed'
  if (reply.status >= 500 || reply.error === 'unreadable' || reply.status === 403)
    return { code: reply.error }
  return undefined
}

export async function loadOrganiser(): Promise<void> {
  const reply = await ask('GET /api/organiser', undefined)
  if (reply.ok) loggedIn(reply.body.name)
}

export function loggedIn(name: string): void {
  batch(() => {
    organiser.value = { name }
    expired.value = false
    trouble.value = undefined
  })
  void loadSessions()
}

/** Whether it happened: without a connection everything stays as it is. */
export async function logOut(): Promise<boolean> {
  const reply = await ask('POST /api/logout', undefined)
  if (!reply.ok && reply.error === 'offline') return false
  batch(() => {
    organiser.value = null
    expired.value = false
    sessions.value = undefined
    templates.value = undefined
  })
  return true
}

export async function loadSessions(): Promise<void> {
  const reply = await ask('GET /api/sessions', undefined)
  if (!reply.ok) return
  batch(() => {
    sessions.value = reply.body.sessions
    storageFull.value = reply.body.storage_full
    seatsMax.value = reply.body.seats_max
  })
}

export async function loadTemplates(): Promise<void> {
  const reply = await ask('GET /api/templates', undefined)
  if (reply.ok) templates.value = reply.body.templates
}
