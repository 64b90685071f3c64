import { call } from '../shared/http.ts'
import { randomHex } from '../shared/random-hex.ts'

const storedUnder = 'kiemkring.screen.token'
const sessionStoredUnder = 'kiemkring.screen.session'
/** The pairing before this one: after a rehearsal the screen goes back to it. */
const beforeStoredUnder = 'kiemkring.screen.before'

export type Pairing =
  /** Which session, where this version paired: it is needed to play it back. */
  | { readonly state: 'paired'; readonly token: string; readonly session?: string | undefined }
  /** Neither a link nor a token from before. */
  | { readonly state: 'none' }
  | { readonly state: 'expired' }
  /** Worth trying again by itself. */
  | { readonly state: 'later'; readonly code: string }

/** The secret of a link `/screen#p=SECRET`; it is taken out of the address bar, where the room can read it. */
export function takeSecret(place: Location = location): string | undefined {
  const secret = new URLSearchParams(place.hash.replace(/^#/, '')).get('p') ?? undefined
  if (secret) history.replaceState(null, '', place.pathname + place.search)
  return secret
}

/** Shows the secret, with a token that is good from then on; without a secret, the token of last time. */
export async function pair(secret: string | undefined): Promise<Pairing> {
  if (!secret) {
    const token = stored(storedUnder)
    return token
      ? { state: 'paired', token, session: stored(sessionStoredUnder) ?? undefined }
      : { state: 'none' }
  }
  const token = randomHex(32)
  const reply = await call('POST /api/pair', { secret, token })
  if (reply.ok && reply.body.role === 'screen') {
    store(token, reply.body.session)
    return { state: 'paired', token, session: reply.body.session }
  }
  if (reply.ok || reply.status === 404 || reply.status === 400) return { state: 'expired' }
  return { state: 'later', code: reply.error }
}

/** With `goesBack` the pairing before takes its place; true when there was one. */
export function forgetToken(goesBack = false): boolean {
  try {
    const [token, session] = (goesBack && stored(beforeStoredUnder)?.split(' ')) || []
    localStorage.removeItem(storedUnder)
    localStorage.removeItem(sessionStoredUnder)
    localStorage.removeItem(beforeStoredUnder)
    if (!token || !session) return false
    store(token, session)
    return true
  } catch {
    // Where nothing can be stored, nothing was.
    return false
  }
}

function stored(under: string): string | null {
  try {
    return localStorage.getItem(under)
  } catch {
    return null
  }
}

function store(token: string, session: string): void {
  const before = [stored(storedUnder), stored(sessionStoredUnder)]
  try {
    if (before[0] && before[1] && before[1] !== session)
      localStorage.setItem(beforeStoredUnder, before.join(' '))
    localStorage.setItem(storedUnder, token)
    localStorage.setItem(sessionStoredUnder, session)
  } catch {
    // Without storage the screen has to be paired again after a reload.
  }
}
