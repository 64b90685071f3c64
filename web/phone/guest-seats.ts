import type { Seat } from './seats.ts'
import { readStored, writeStored } from './stored.ts'

/** Somebody who used this phone for a moment, and may do so again. */
export interface Guest extends Seat {
  readonly name: string
  readonly leaving?: boolean
}

/** What was typed and not sent yet belongs to who typed it. */
const typed = ['draft', 'refused', 'proposals', 'concerns', 'commit'] as const

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

/** Whoever lent the phone wants this guest off it, as soon as everything of theirs arrived. */
export function letGo(guest: Guest): void {
  writeStored('guests', (readStored<Guest[]>('guests') ?? []).map((one) => (one.token === guest.token ? { ...one, leaving: true } : one)))
}
export function isLeaving({ token }: Guest): boolean {
  return (readStored<Guest[]>('guests') ?? []).some((one) => one.token === token && one.leaving)
}

/** Takes a guest off this phone, with what they were typing. */
export function forgetGuest(guest: Guest): void {
  const rest = (readStored<Guest[]>('guests') ?? []).filter(({ token }) => token !== guest.token)
  if (rest.length > 0) writeStored('guests', rest)
  else localStorage.removeItem('kiemkring.guests')
  for (const what of typed) localStorage.removeItem(`kiemkring.${asideKey(guest.key, what)}`)
}

/** The key of the photo that belongs to what somebody was typing, when they gave the phone back. */
export function typedPhoto(key: string | undefined): string | undefined {
  return readStored<{ photo?: string }>(asideKey(key, 'draft'))?.photo
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

/** The owner's place goes to somebody else: what they were typing is forgotten, that of who borrows the phone is not. */
export function forgetOwner(owner: Seat): void {
  const guest = readStored<Guest>('guest')
  for (const what of typed) localStorage.removeItem(`kiemkring.${guest ? asideKey(undefined, what) : what}`)
  become(guest ?? owner, undefined)
}

function asideKey(key: string | undefined, what: string): string {
  return `aside.${key ?? ''}.${what}`
}
