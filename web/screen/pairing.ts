import { call } from '../shared/http.ts'

const storedUnder = 'kiemkring.screen.token'

export type Pairing =
  | { readonly state: 'paired'; readonly token: string }
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

/** Trades the secret for a token; without a secret, the token of last time. */
export async function pair(secret: string | undefined): Promise<Pairing> {
  if (!secret) {
    const token = storedToken()
    return token ? { state: 'paired', token } : { state: 'none' }
  }
  const reply = await call('POST /api/pair', { secret })
  if (reply.ok && reply.body.role === 'screen') {
    store(reply.body.token)
    return { state: 'paired', token: reply.body.token }
  }
  if (reply.ok || reply.status === 404 || reply.status === 400) return { state: 'expired' }
  return { state: 'later', code: reply.error }
}

export function forgetToken(): void {
  try {
    localStorage.removeItem(storedUnder)
  } catch {
    // Where nothing can be stored, nothing was.
  }
}

function storedToken(): string | null {
  try {
    return localStorage.getItem(storedUnder)
  } catch {
    return null
  }
}

function store(token: string): void {
  try {
    localStorage.setItem(storedUnder, token)
  } catch {
    // Without storage the screen has to be paired again after a reload.
  }
}
