import type { RecordOf } from '../shared/records.ts'
import type { GroupColor } from '../ui/draw/color.ts'
import { groupsWithIdeas, groupTitle, ideasOf, peopleInside, personName, type Picture, type Send } from './picture.ts'

type Proposal = RecordOf<'proposal'>
export type Fits = Proposal['in_time']

export interface Wording {
  readonly what: string
  readonly where: string
  readonly whom: string
  readonly in_time: Fits
  readonly in_money: Fits
}

export interface ProposalCard extends Wording {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  readonly ideas: readonly string[]
  readonly by: number
  readonly byName: string
  readonly revision: number
  readonly begun: boolean
  /** It does not fit in the time or the money. */
  readonly unfit: boolean
  readonly assign?: (person: number) => void
  readonly save?: (revision: number, wording: Wording) => Promise<boolean>
  readonly later?: () => void
}

export interface SharpenView {
  readonly cards: readonly ProposalCard[]
  readonly persons: readonly { readonly id: number; readonly name: string }[]
  readonly begun: number
}

const empty: Wording = { what: '', where: '', whom: '', in_time: 'unknown', in_money: 'unknown' }

/** Whether a proposal says that it does not fit. */
export function isUnfit(proposal: Pick<Proposal, 'in_time' | 'in_money'> | undefined): boolean {
  return proposal?.in_time === 'no' || proposal?.in_money === 'no'
}

/** Whether there are words in it. */
export function isBegun(proposal: Pick<Proposal, 'what' | 'where' | 'whom'>): boolean {
  return proposal.what !== '' || proposal.where !== '' || proposal.whom !== ''
}

export function sharpenView(picture: Picture, send: Send): SharpenView {
  const open = picture.session?.status !== 'ended' && picture.vote?.state !== 'open'
  const cards = groupsWithIdeas(picture)
    .map((group): ProposalCard => {
      const proposal = picture.proposals.find((one) => one.id === group.id)
      const { what, where, whom, in_time, in_money } = proposal ?? empty
      return {
        id: group.id,
        letter: group.letter,
        color: group.color,
        title: groupTitle(picture, group.id),
        ideas: ideasOf(picture, group.id).map((idea) => idea.text),
        by: proposal?.by ?? 0,
        byName: proposal?.by ? personName(proposal) : '',
        revision: proposal?.revision ?? 0,
        what,
        where,
        whom,
        in_time,
        in_money,
        begun: isBegun({ what, where, whom }),
        unfit: isUnfit(proposal),
        ...(open
          ? {
              assign: (person: number) => void send('assign_proposal', { group: group.id, person }),
              save: async (revision: number, wording: Wording) =>
                (await send('word_proposal', { group: group.id, revision, ...wording })).ok,
              later: () => void send('keep_group_for_later', { group: group.id, later: true }),
            }
          : {}),
      }
    })
  return {
    cards,
    persons: peopleInside(picture).map((person) => ({ id: person.id, name: personName(person) })),
    begun: cards.filter((card) => card.begun).length,
  }
}
