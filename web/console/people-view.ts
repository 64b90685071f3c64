import { hasReady } from '../shared/ready-count.ts'
import { t } from '../text/console.ts'
import { noteOf } from './paper-view.ts'
import { isOnPaper, type Person, type Picture, personName, type Send } from './picture.ts'

export interface PersonRow {
  readonly id: number
  readonly name: string
  /** Organisation and role, where given. */
  readonly about: string
  readonly connected: boolean
  /** Done with the round, where that can be said. */
  readonly ready: boolean
  /** Has no phone: others write down what they say. */
  readonly paper: boolean
  /** Of somebody on paper; of nobody else, for it would tell who wrote what. */
  readonly note?: string
  readonly remove?: () => void
  readonly bringBack?: () => void
}

export interface PeopleView {
  readonly inside: readonly PersonRow[]
  readonly removed: readonly PersonRow[]
  /** Have a personal link, and did not open it yet. */
  readonly invited: readonly PersonRow[]
  readonly seats: number
  readonly full: boolean
  readonly locked: boolean
  readonly lock?: () => void
  readonly unlock?: () => void
  /** Seats whose names look as if one person has both. */
  readonly twins: readonly Twins[]
  /** Makes one of two seats: the first goes up in the second. */
  readonly merge?: (person: number, into: number) => void
}

export interface Twins {
  readonly person: PersonRow
  readonly into: PersonRow
}

export function peopleView(picture: Picture, send: Send): PeopleView {
  const ended = picture.session?.status === 'ended'
  const locked = picture.session?.door === 'locked'
  const seats = picture.session?.seats_max ?? 0
  const rows = (state: Person['state']) =>
    picture.people
      .filter((person) => person.state === state)
      .map((person) => personRow(picture, person, ended ? undefined : send))
  const inside = rows('in')
  return {
    inside,
    removed: rows('removed'),
    invited: rows('invited'),
    seats,
    full: seats > 0 && inside.length >= seats,
    locked,
    twins: ended ? [] : twinsOf(inside),
    ...(ended ? {} : { merge: mergeOf(inside, send) }),
    ...(ended
      ? {}
      : locked
        ? { unlock: () => void send('lock_door', { locked: false }) }
        : { lock: () => void send('lock_door', { locked: true }) }),
  }
}

/** Whoever has a phone keeps it: what is on paper goes up in it, whichever came first. */
function mergeOf(rows: readonly PersonRow[], send: Send) {
  const onPaper = (id: number) => rows.some((row) => row.id === id && row.paper)
  return (person: number, into: number) => {
    const turned = onPaper(into) && !onPaper(person)
    void send('merge_seats', turned ? { person: into, into: person } : { person, into })
  }
}

/** "Anna (2)" beside "Anna": the seat that was there first stays. */
function twinsOf(rows: readonly PersonRow[]): Twins[] {
  return rows.flatMap((person) => {
    const [, name] = /^(.+) \(\d+\)$/.exec(person.name) ?? []
    const into = rows.find((other) => other.name === name)
    // Whoever is connected on both is two people, more likely than not.
    return into && !(into.connected && person.connected) ? [{ person, into }] : []
  })
}

function personRow(picture: Picture, person: Person, send: Send | undefined): PersonRow {
  return {
    id: person.id,
    name: personName(person),
    about: [person.organisation, person.role].filter(Boolean).join(', '),
    connected: picture.connected.has(person.id),
    ready: picture.round !== undefined && hasReady(picture.round) && person.ready === true,
    paper: isOnPaper(picture, person.id),
    ...(isOnPaper(picture, person.id) ? { note: noteOf(picture, person.id) } : {}),
    ...(send && person.state !== 'removed'
      ? { remove: () => void send('remove_person', { person: person.id }) }
      : {}),
    ...(send && person.state === 'removed'
      ? { bringBack: () => void send('bring_back_person', { person: person.id }) }
      : {}),
  }
}

export interface LobbyView {
  readonly people: PeopleView
  readonly code: string
  readonly address: string
  readonly link?: string
  readonly advice?: string
}

export function lobbyView(picture: Picture, publicUrl: string | undefined, send: Send): LobbyView {
  const people = peopleView(picture, send)
  const link = publicUrl && picture.invite ? `${publicUrl}/#q=${picture.invite.secret}` : undefined
  return {
    people,
    code: picture.invite?.code ?? '',
    address: (publicUrl ?? '').replace(/^https?:\/\//, ''),
    ...(link ? { link } : {}),
    ...(people.locked ? { advice: t('lobby.locked') } : people.full ? { advice: t('lobby.full') } : {}),
  }
}
