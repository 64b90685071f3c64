import { call, type PairedRole, type Reply } from '../shared/http.ts'
import { randomHex } from '../shared/random-hex.ts'

/** A session that this tablet may drive. */
export interface Paired {
  readonly session: string
  readonly token: string
  readonly title: string
  /** A copy with simulated people: when it is erased, the tablet goes back by itself. */
  readonly rehearsal?: boolean
  /** This phone is that of a helper. */
  readonly helper?: boolean
}

interface Kept {
  last: string
  sessions: Paired[]
  /** Sent with a secret and not yet answered. After a reload the same is sent, or the link would be used up. */
  asking?: { readonly secret: string; readonly token: string } | undefined
}

const storedUnder = 'kiemkring.console'
// Where nothing can be stored, the page still knows it until it closes.
let kept: Kept | undefined

function read(): Kept {
  if (kept) return kept
  try {
    const stored = JSON.parse(localStorage.getItem(storedUnder) ?? 'null') as Kept | null
    if (stored && Array.isArray(stored.sessions)) return stored
  } catch {
    // Refused or unreadable: as if there was nothing.
  }
  return { last: '', sessions: [] }
}

function write(next: Kept): void {
  kept = next
  try {
    localStorage.setItem(storedUnder, JSON.stringify(next))
  } catch {
    // Kept in memory for as long as the page lives.
  }
}

export function lastPaired(): Paired | undefined {
  const { last, sessions } = read()
  return sessions.find((one) => one.session === last)
}

/** Remembers the token of a session and makes it the last one. */
export function keepPaired(paired: Paired): void {
  const others = read().sessions.filter((one) => one.session !== paired.session)
  write({ last: paired.session, sessions: [...others, paired] })
}

function tokenFor(secret: string): string {
  const before = read()
  if (before.asking?.secret === secret) return before.asking.token
  const token = randomHex(32)
  write({ ...before, asking: { secret, token } })
  return token
}

export function forgetPaired(session: string): void {
  const sessions = read().sessions.filter((one) => one.session !== session)
  write({ ...read(), last: sessions[sessions.length - 1]?.session ?? '', sessions })
}

export type Pairing =
  | { readonly state: 'paired'; readonly paired: Paired }
  | { readonly state: 'used' | 'offline' }
  | { readonly state: 'screen'; readonly secret: string }
  | { readonly state: 'failed'; readonly code: string }

type PairReply = Reply<{ role: PairedRole; session: string }>

/** Shows the secret of a pairing link, with a token of our own that is good from then on; keeps it. */
export async function pair(
  secret: string,
  ask: (body: { secret: string; token: string }) => Promise<PairReply> = (body) =>
    call('POST /api/pair', body),
): Promise<Pairing> {
  const token = tokenFor(secret)
  const reply = await ask({ secret, token })
  if (reply.ok) {
    if (reply.body.role === 'screen') return { state: 'screen', secret }
    const { session, role } = reply.body
    const paired = { session, token, title: '', ...(role === 'helper' ? { helper: true } : {}) }
    keepPaired(paired)
    return { state: 'paired', paired }
  }
  if (reply.error === 'offline') return { state: 'offline' }
  if (reply.status === 404) return { state: 'used' }
  return { state: 'failed', code: reply.error }
}

/** The secret of `#p=SECRET`, as in a pairing link. */
export function secretOf(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('p') || undefined
}
