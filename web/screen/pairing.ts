import { call } from '../shared/http.ts'
import { randomHex } from '../shared/random-hex.ts'

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

/** Shows the secret, with a token that is good from then on; without a secret, the token of last time. */
export async function pair(secret: string | undefined): Promise<Pairing> {
  if (!secret) {
    const token = storedToken()
    return token ? { state: 'paired', token } : { state: 'none' }
  }
  const token = randomHex(32)
  const reply = await call('POST /api/pair', { secret, token })
  if (reply.ok && reply.body.role === 'screen') {
    store(token)
    return { state: 'paired', token }
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
