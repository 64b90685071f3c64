import type { Door, Invitation } from '../shared/http.ts'
import { randomHex } from '../shared/random-hex.ts'
import { readStored, writeStored } from './stored.ts'

/** A place in a session that this phone holds. */
export interface Seat {
  readonly session: string
  readonly token: string
  readonly title: string
  readonly retainedUntil: string
  /** The door that was a personal link, and is none any more. */
  readonly link?: string
  /** The links and codes that lead to it, so that a second scan goes straight in. */
  readonly doors: readonly string[]
  /** Of somebody who uses this phone for a moment: under what their things are kept, which else is the session. */
  readonly key?: string
}

/** Who one is in a session: all that another phone needs to go on as the same person. */
export type Person = Pick<Seat, 'session' | 'token'>

/** The seats of this phone, and the token it shows at each door before it knows whether it gets in. */
export class Seats {
  private seats: readonly Seat[] = readStored<Seat[]>('seats') ?? []
  private tokens: Record<string, string> = readStored<Record<string, string>>('tokens') ?? {}

  /** Who has the phone now: somebody who borrows it, or its owner. */
  latest(): Seat | undefined {
    return readStored<Seat>('guest') ?? this.seats[0]
  }

  in(session: string): Seat | undefined {
    return this.seats.find((seat) => seat.session === session)
  }

  at(door: Door): Seat | undefined {
    return this.seats.find(({ doors }) => doors.includes(doorKey(door)))
  }

  /**
   * The same token at the same door every time, so that a repeated join gives the same seat; also when the
   * session that is behind it was entered by another door, as far as its title and date tell.
   */
  tokenAt(door: Door, invitation: Pick<Invitation, 'title' | 'retained_until'>): string {
    const key = doorKey(door)
    const known = this.seats.find(
      ({ title, retainedUntil }) => title === invitation.title && retainedUntil === invitation.retained_until,
    )
    const token = this.tokens[key] ?? known?.token ?? randomHex(32)
    if (!this.tokens[key]) this.showAt(key, token)
    return token
  }

  /**
   * Another token for a door that refused this one, when it is of a seat elsewhere: a session made again with
   * the title and date of an earlier one, or a rehearsal of it. That seat stays.
   */
  ownTokenAt(door: Door, refused: string): string | undefined {
    if (!this.seats.some(({ token }) => token === refused)) return undefined
    const token = randomHex(32)
    this.showAt(doorKey(door), token)
    return token
  }

  keep(
    session: string,
    token: string,
    invitation: Pick<Invitation, 'title' | 'retained_until'> & { personal?: boolean },
    door: Door,
  ): Seat {
    const known = this.in(session)
    const doors = [...new Set([...(known?.doors ?? []), doorKey(door)])]
    const { title, retained_until: retainedUntil } = invitation
    const link = invitation.personal ? doorKey(door) : known?.link
    const seat: Seat = { session, token, title, retainedUntil, doors, ...(link ? { link } : {}) }
    this.store([seat, ...this.seats.filter((other) => other.session !== session)])
    return seat
  }

  /** A seat from a personal link. It takes the place of another in the same session, and leads from its doors. */
  take({ session, token }: Person): Seat {
    const seat: Seat = { title: '', retainedUntil: '', doors: [], ...this.in(session), session, token }
    for (const door of seat.doors) this.tokens[door] = token
    writeStored('tokens', this.tokens)
    this.store([seat, ...this.seats.filter((other) => other.session !== session)])
    return seat
  }

  /** A personal link does not tell these; without them a scan of the room's code would make somebody new. */
  learn(session: string, { title, retained_until }: Pick<Invitation, 'title' | 'retained_until'>): void {
    const known = this.in(session)
    if (!known || (known.title === title && known.retainedUntil === retained_until)) return
    const seat = { ...known, title, retainedUntil: retained_until }
    this.store(this.seats.map((other) => (other === known ? seat : other)))
  }

  /** Forgets a seat and the tokens of its doors, so that joining again asks for a new one. */
  forget(seat: Seat): void {
    for (const door of seat.doors) delete this.tokens[door]
    writeStored('tokens', this.tokens)
    this.store(this.seats.filter(({ session }) => session !== seat.session))
  }

  private showAt(key: string, token: string): void {
    this.tokens = { ...this.tokens, [key]: token }
    writeStored('tokens', this.tokens)
  }

  private store(seats: readonly Seat[]): void {
    this.seats = seats
    writeStored('seats', seats)
  }
}

/** Case and white space of a typed code do not matter. */
export function doorKey(door: Door): string {
  return 'secret' in door ? `q:${door.secret}` : `c:${door.code}`
}

export function tidyCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}

/** The door that the address names: `#q=SECRET`, `#c=CODE`, or `#r=SECRET` for the result behind it. */
export function doorOfAddress(hash: string): Door | undefined {
  const [, kind, value] = /^#([qcr])=([^&]+)/.exec(hash) ?? []
  if (!value) return undefined
  return kind === 'c' ? { code: tidyCode(decodeURIComponent(value)) } : { secret: value }
}

/** The person that the address of a personal link names: `#m=SESSION.TOKEN`. */
export function personOfAddress(hash: string): Person | undefined {
  const [, session, token] = /^#m=([\w-]+)\.([0-9a-f]{64})$/.exec(hash) ?? []
  return session && token ? { session, token } : undefined
}

/** The address names a door or a person, right or wrong, and not just this page. */
export function leadsSomewhere(hash: string): boolean {
  return /^#[qcmr]=[^&]/.test(hash)
}
