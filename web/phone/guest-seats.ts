import type { Seat } from './seats.ts'
import { readStored, writeStored } from './stored.ts'

/** Somebody who used this phone for a moment, and may do so again. */
export interface Guest extends Seat {
  readonly name: string
}

/** What was typed and not sent yet belongs to who typed it. */
const typed = ['draft', 'refused', 'proposals', 'concerns'] as const

export function guestsIn(session: string): readonly Guest[] {
  return (readStored<Guest[]>('guests') ?? []).filter((guest) => guest.session === session)
}

/** A seat beside that of the owner: what waits for the server is kept apart. */
export function keepGuest(owner: Seat, token: string, name: string): Guest {
  const all = readStored<Guest[]>('guests') ?? []
  const guest = { ...owner, token, name, key: `${owner.session}~${token.slice(0, 8)}` }
  writeStored('guests', [...all.filter((other) => other.token !== token), guest])
  return guest
}

/** The phone goes from one to the other; undefined gives it back to its owner. The page begins anew, so nothing is mixed up. */
export function become(from: Seat, to: Guest | undefined): void {
  for (const what of typed) {
    writeStored(asideKey(from.key, what), readStored(what) ?? null)
    const mine = readStored(asideKey(to?.key, what))
    if (mine) writeStored(what, mine)
    else localStorage.removeItem(`kiemkring.${what}`)
  }
  writeStored('guest', to ?? null)
  history.replaceState(null, '', '/')
  location.reload()
}

function asideKey(key: string | undefined, what: string): string {
  return `aside.${key ?? ''}.${what}`
}
