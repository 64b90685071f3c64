import type { GroupColor } from '../ui/draw/color.ts'
import { t } from '../text/console.ts'
import { groupColor, peopleInside, personName, type Picture, type Role, type Send } from './picture.ts'

export const roles: readonly Role[] = [
  'lead',
  'help',
  'think',
  'arrange',
  'check_first',
  'informed',
  'missing',
]

export interface CommitmentLine {
  readonly id: number
  readonly who: string
  readonly role: Role
  readonly note: string
  readonly remove?: () => void
}

export interface CommitColumn {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  readonly leads: readonly string[]
  /** The other roles that somebody took, with who. */
  readonly parts: readonly { readonly role: Role; readonly text: string }[]
  readonly people: number
  readonly lines: readonly CommitmentLine[]
  readonly addHand?: (hand: {
    readonly role: Role
    readonly person: number
    readonly hands: number
    readonly note: string
  }) => Promise<boolean>
}

export interface CommitView {
  readonly columns: readonly CommitColumn[]
  readonly leadsSentence: string
  readonly peopleSentence: string
  readonly persons: readonly { readonly id: number; readonly name: string }[]
}

/** Undefined while there is no top to join. */
export function commitView(picture: Picture, send: Send): CommitView | undefined {
  const entries = [...(picture.top?.entries ?? [])].sort((a, b) => a.place - b.place)
  if (entries.length === 0) return undefined
  const open = picture.session?.status !== 'ended'
  const columns = entries.map((entry): CommitColumn => {
    const mine = picture.commitments.filter((one) => one.candidate === entry.candidate)
    return {
      id: entry.candidate,
      letter: entry.letter,
      color: groupColor(picture, entry.candidate),
      title: entry.title,
      leads: mine.filter((one) => one.role === 'lead').map(whoText),
      parts: roles
        .filter((role) => role !== 'lead')
        .map((role) => ({
          role,
          text: partText(
            mine.filter((one) => one.role === role),
            role,
          ),
        }))
        .filter((part) => part.text !== ''),
      people: peopleIn(mine.filter(takesPart)),
      lines: mine.map((one) => ({
        id: one.id,
        who: whoText(one),
        role: one.role,
        note: one.note,
        ...(open ? { remove: () => void send('withdraw_commitment', { commitment: one.id }) } : {}),
      })),
      ...(open
        ? {
            addHand: async (hand) => (await send('record_hands', { candidate: entry.candidate, ...hand })).ok,
          }
        : {}),
    }
  })
  const inside = peopleInside(picture)
  const joined = new Set(picture.commitments.filter(takesPart).map((one) => one.person))
  return {
    columns,
    leadsSentence: t('commit.leads', {
      done: columns.filter((column) => column.leads.length > 0).length,
      total: columns.length,
    }),
    peopleSentence: t('commit.people', {
      done: inside.filter((person) => joined.has(person.id)).length,
      total: inside.length,
    }),
    persons: inside.map((person) => ({ id: person.id, name: personName(person) })),
  }
}

type Commitment = Picture['commitments'][number]

/** Who is still missing takes no part yet, and who only wants to hear of it does not either. */
const takesPart = ({ role }: Commitment) => role !== 'missing' && role !== 'informed'

function whoText(one: Commitment): string {
  return one.person === 0 ? t('commit.hands', { n: one.hands }) : personName(one)
}

/** "Kees: hout en zaag, Anna"; who is missing is only a note. */
function partText(of: readonly Commitment[], role: Role): string {
  return of
    .map((one) =>
      role === 'missing' && one.note ? one.note : one.note ? `${whoText(one)}: ${one.note}` : whoText(one),
    )
    .join(', ')
}

/** Somebody who does two things is one; hands without a name are as many as went up. */
function peopleIn(lines: Picture['commitments']): number {
  const named = new Set(lines.map(({ person }) => person).filter((person) => person > 0))
  return lines.reduce((sum, { person, hands }) => sum + (person > 0 ? 0 : hands), named.size)
}
