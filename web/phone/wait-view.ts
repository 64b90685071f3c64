import { nextRound, type Room, type Round } from './room.ts'

export interface WaitView {
  readonly myName: string
  readonly here: number
  readonly seats: number
  /** Where in the ring my place is, from 0. */
  readonly myPlace: number | undefined
  readonly names: readonly string[]
  /** How many more than the names. */
  readonly others: number
  readonly next: Round | undefined
}

const namesShown = 6

export function waitView(room: Room): WaitView {
  const { records } = room
  const people = records.all('person').value.filter(({ state }) => state === 'in')
  const mine = records.one('me').value
  const place = people.findIndex(({ id }) => id === mine?.person)
  const named = people.filter(({ id, name }) => id !== mine?.person && name).map(({ name }) => name)
  const names = named.slice(-namesShown)
  const here = Math.max(people.length, records.one('progress').value?.seats_taken ?? 0)
  return {
    myName: mine?.name ?? '',
    here,
    seats: Math.max(here, records.one('session').value?.seats_max ?? here),
    myPlace: place < 0 ? undefined : place,
    names,
    others: here - names.length - (place < 0 ? 0 : 1),
    next: nextRound(records.one('agenda').value),
  }
}
