import type { GroupRecord, TieRecord } from '../../shared/generated/record.ts'
import type { Room } from '../room.ts'

export interface TiedCandidate {
  readonly id: number
  readonly letter: string
  readonly color: GroupRecord['color']
  readonly title: string
}

export interface TieView {
  readonly tied: readonly TiedCandidate[]
  readonly free: number
  readonly decided:
    | { readonly way: NonNullable<TieRecord['decided']>['way']; readonly winners: readonly TiedCandidate[] }
    | undefined
  /** How long the top became. */
  readonly size: number
}

/** The tie across the last place; undefined when there is none. */
export function tieView(room: Room): TieView | undefined {
  const { records } = room
  const tie = records.one('tie').value
  if (!tie) return undefined
  const candidate = (id: number): TiedCandidate => {
    const group = records.one('group', id).value
    const idea = records.all('idea').value.find((candidateIdea) => candidateIdea.group === id)
    return {
      id,
      letter: group?.letter ?? '',
      color: group?.color ?? 'moss',
      title: group?.name || idea?.text || '',
    }
  }
  const { decided } = tie
  return {
    tied: tie.tied.map(candidate),
    free: tie.free,
    decided: decided ? { way: decided.way, winners: decided.winners.map(candidate) } : undefined,
    size: records.one('top').value?.size ?? tie.first_place - 1 + (decided?.winners.length ?? tie.free),
  }
}
