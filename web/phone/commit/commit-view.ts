import type { GiveContact, Commit } from '../../shared/generated/client-message.ts'
import type { GroupRecord, MeRecord } from '../../shared/generated/record.ts'
import type { Outcome } from '../../shared/session-link.ts'
import type { Room } from '../room.ts'

export type CommitmentRole = Commit['role']
export type Purpose = NonNullable<GiveContact['purposes'][number]>

export const rolesToChoose = ['lead', 'help', 'think', 'arrange', 'check_first', 'informed'] as const
/** What an address may be used for. */
export const purposes = ['this_idea', 'report', 'next_steps'] as const satisfies readonly Purpose[]

export interface MyRole {
  readonly role: CommitmentRole
  readonly note: string
  /** Absent while it is still on its way. */
  readonly withdraw?: () => Promise<Outcome>
}

export interface CommitIdea {
  readonly candidate: number
  readonly place: number
  readonly letter: string
  readonly color: GroupRecord['color']
  readonly title: string
  readonly hasLead: boolean
  readonly people: number
  readonly mine: readonly MyRole[]
  readonly commit: (role: CommitmentRole, note: string) => Promise<Outcome>
}

export interface CommitView {
  readonly ideas: readonly CommitIdea[]
  readonly contact: MeRecord['contact']
  readonly retainedUntil: string
  /** Undefined when the text is neither an e-mail address nor a phone number. */
  readonly giveContact: (value: string, chosen: readonly Purpose[]) => Promise<Outcome> | undefined
  readonly withdrawContact: () => Promise<Outcome>
  /** In reports. */
  readonly mayBeNamed: boolean
  readonly setNamed: (yes: boolean) => Promise<Outcome>
}

/** Being named is a purpose too, which needs no address. */
const naming: Purpose = 'name_in_report'

export function commitView(room: Room): CommitView {
  const { records } = room
  const me = records.one('me').value
  const given = me?.contact ?? null
  const contact = given?.value ? given : null
  const mayBeNamed = given?.purposes.includes(naming) ?? false
  const give = (address: typeof contact, chosen: readonly Purpose[], named: boolean) => {
    const ordered = purposes.filter((purpose) => chosen.includes(purpose))
    const all = (named ? [...ordered, naming] : ordered) as GiveContact['purposes']
    if (all.length === 0) return room.send('withdraw_contact', {})
    return room.send('give_contact', { kind: address?.kind ?? 'email', value: address?.value ?? '', purposes: all })
  }
  const leads = new Map(records.one('leads').value?.ideas.map((idea) => [idea.candidate, idea]))
  const entries = [...(records.one('top').value?.entries ?? [])].sort((a, b) => a.place - b.place)

  return {
    ideas: entries.map(({ candidate, place, letter, title }) => ({
      candidate,
      place,
      letter,
      title,
      color: records.one('group', candidate).value?.color ?? 'moss',
      hasLead: leads.get(candidate)?.lead ?? false,
      people: leads.get(candidate)?.people ?? 0,
      mine: myRoles(room, candidate),
      commit: (role, note) => room.send('commit', { candidate, role, note: note.trim() }),
    })),
    contact,
    retainedUntil: records.one('session').value?.retained_until ?? '',
    giveContact(value, chosen) {
      const typed = contactOf(value)
      return typed && give({ ...typed, purposes: [] }, chosen, mayBeNamed)
    },
    withdrawContact: () => give(null, [], mayBeNamed),
    mayBeNamed,
    setNamed: (yes) => give(contact, (contact?.purposes ?? []) as Purpose[], yes),
  }
}

function myRoles(room: Room, candidate: number): MyRole[] {
  const roles: MyRole[] = []
  const going = new Set<number>()
  for (const command of room.pending.value) {
    if (command.op === 'withdraw_commitment') going.add(command.args.commitment)
  }
  for (const { id, candidate: of, role, note } of room.records.one('me').value?.commitments ?? []) {
    if (of !== candidate || going.has(id)) continue
    roles.push({ role, note, withdraw: () => room.send('withdraw_commitment', { commitment: id }) })
  }
  for (const command of room.pending.value) {
    if (command.op !== 'commit' || command.args.candidate !== candidate) continue
    const { role, note } = command.args
    const known = roles.findIndex((other) => other.role === role)
    // A role is taken once per idea; saying it again changes the note.
    if (known >= 0) roles[known] = { ...roles[known], role, note }
    else roles.push({ role, note })
  }
  return roles
}

export function contactOf(value: string): { kind: 'email' | 'phone'; value: string } | undefined {
  const tidy = value.trim()
  if (/^\S+@\S+\.\S+$/.test(tidy)) return { kind: 'email', value: tidy }
  if (/^\+?[\d\s().-]{8,20}$/.test(tidy)) return { kind: 'phone', value: tidy }
  return undefined
}
