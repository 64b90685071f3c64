import type { Suggestions } from '../shared/generated/server-message.ts'
import type { RecordOf } from '../shared/records.ts'
import type { Commands, Op, Outcome, SessionLink } from '../shared/session-link.ts'
import { t } from '../text/console.ts'

export type Round = RecordOf<'agenda'>['rounds'][number]
export type RoundKind = Round['kind']
export type Idea = RecordOf<'idea'>
export type Group = RecordOf<'group'>
export type Person = RecordOf<'person'>
export type Role = RecordOf<'commitment'>['role']
export type Suggestion = Suggestions['suggestions'][number]
export type Way = RecordOf<'tie'>['ways'][number]

/** Asks the server, perhaps for a seat on paper; a refusal has been said on the screen by the time this resolves. */
export type Send = <O extends Op>(op: O, args: Commands[O], paperSeat?: number) => Promise<Outcome>

type Told = Pick<SessionLink, 'records' | 'presence' | 'knocks' | 'suggestions' | 'device'>

/** All that the server told this tablet; what it has not told is undefined. */
export interface Picture {
  readonly session?: RecordOf<'session'> | undefined
  readonly invite?: RecordOf<'invite'> | undefined
  readonly agenda?: RecordOf<'agenda'> | undefined
  readonly round?: RecordOf<'round'> | undefined
  readonly progress?: RecordOf<'progress'> | undefined
  readonly vote?: RecordOf<'vote'> | undefined
  readonly tally?: RecordOf<'tally'> | undefined
  readonly tie?: RecordOf<'tie'> | undefined
  readonly top?: RecordOf<'top'> | undefined
  readonly closing?: RecordOf<'closing'> | undefined
  readonly undo?: RecordOf<'undo'> | undefined
  readonly spotlight?: RecordOf<'spotlight'> | undefined
  readonly lead?: RecordOf<'lead'> | undefined
  readonly notes: readonly RecordOf<'note'>[]
  readonly people: readonly Person[]
  readonly papers: readonly RecordOf<'paper'>[]
  readonly ideas: readonly Idea[]
  readonly groups: readonly Group[]
  readonly commitments: readonly RecordOf<'commitment'>[]
  readonly tables: readonly RecordOf<'table'>[]
  readonly proposals: readonly RecordOf<'proposal'>[]
  readonly concerns: readonly RecordOf<'concern'>[]
  readonly moods?: RecordOf<'moods'> | undefined
  readonly matrix?: RecordOf<'matrix'> | undefined
  readonly choosing?: RecordOf<'choosing'> | undefined
  readonly stars?: RecordOf<'stars'> | undefined
  readonly photos: readonly RecordOf<'photo'>[]
  readonly plan?: RecordOf<'plan'> | undefined
  readonly wifi?: RecordOf<'wifi'> | undefined
  readonly suggestions: readonly Suggestion[]
  readonly connected: ReadonlySet<number>
  readonly facilitators: number
  readonly knocks: readonly Knock[]
  /** May be let in after all; newest first. */
  readonly turnedAway: readonly (Knock & { readonly at: number })[]
  /** Which tablet this is; see lead. */
  readonly device: string
}

export interface Knock {
  readonly id: number
  readonly name: string
}

export function readPicture({ records, presence, knocks, suggestions, device }: Told): Picture {
  return {
    session: records.one('session').value,
    wifi: records.one('wifi').value,
    invite: records.one('invite').value,
    agenda: records.one('agenda').value,
    round: records.one('round').value,
    progress: records.one('progress').value,
    vote: records.one('vote').value,
    tally: records.one('tally').value,
    tie: records.one('tie').value,
    top: records.one('top').value,
    closing: records.one('closing').value,
    undo: records.one('undo').value,
    spotlight: records.one('spotlight').value,
    lead: records.one('lead').value,
    notes: records.all('note').value,
    people: records.all('person').value,
    papers: records.all('paper').value,
    ideas: records.all('idea').value,
    groups: records.all('group').value,
    commitments: records.all('commitment').value,
    tables: records.all('table').value,
    proposals: records.all('proposal').value,
    concerns: records.all('concern').value,
    moods: records.one('moods').value,
    matrix: records.one('matrix').value,
    choosing: records.one('choosing').value,
    stars: records.one('stars').value,
    photos: records.all('photo').value,
    plan: records.one('plan').value,
    suggestions: suggestions.value,
    connected: new Set(presence.value.connected),
    facilitators: presence.value.facilitators,
    knocks: knocks.value.waiting,
    turnedAway: knocks.value.turned_away,
    device: device.value,
  }
}

/** Another tablet drives; this one sees all and does nothing. */
export function isWatching(picture: Picture): boolean {
  return picture.lead !== undefined && picture.lead.device !== picture.device
}

/** Nothing to work on: directing is all there is. */
export function isInterlude(kind: RoundKind | undefined): boolean {
  return kind === 'break' || kind === 'show'
}

export function currentRound(picture: Picture): Round | undefined {
  return picture.agenda?.rounds.find((round) => round.id === picture.agenda?.current)
}

export function peopleInside(picture: Picture): readonly Person[] {
  return picture.people.filter((person) => person.state === 'in')
}

/** Somebody without a phone, for whom others write. */
export function isOnPaper(picture: Picture, person: number): boolean {
  return picture.papers.some(({ id }) => id === person)
}

export function personName(person: { readonly name: string }): string {
  return person.name || t('lobby.nameless')
}

/** Live ideas of a group (0: the inbox), in the order of every screen. */
export function ideasOf(picture: Picture, group: number): Idea[] {
  return picture.ideas
    .filter((idea) => idea.status === 'live' && idea.group === group)
    .sort((a, b) => a.order - b.order || a.id - b.id)
}

/** Groups in which something takes part, in order. */
export function groupsWithIdeas(picture: Picture): Group[] {
  return inOrder(picture.groups).filter((group) => ideasOf(picture, group.id).length > 0)
}

export function groupTitle(picture: Picture, id: number): string {
  const group = picture.groups.find((known) => known.id === id)
  return group?.name || ideasOf(picture, id)[0]?.text || t('group.unnamed')
}

export function groupLetter(picture: Picture, id: number): string {
  return picture.groups.find((known) => known.id === id)?.letter ?? ''
}

export function groupColor(picture: Picture, id: number): Group['color'] {
  return picture.groups.find((known) => known.id === id)?.color ?? 'moss'
}

/** A tie is open until a way out has decided it. */
export function openTie(picture: Picture): RecordOf<'tie'> | undefined {
  return picture.tie && !picture.tie.decided ? picture.tie : undefined
}

export function inOrder(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => a.order - b.order || a.id - b.id)
}

/** "A", "A en B", "A, B en C". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return t('and', { first: words.slice(0, -1).join(', '), last: words[words.length - 1] ?? '' })
}

/** At most so many names, then how many more. */
export function listedShort(names: readonly string[], most = 6): string {
  if (names.length <= most) return listed(names)
  return listed([...names.slice(0, most - 1), t('more_people', { n: names.length - most + 1 })])
}
