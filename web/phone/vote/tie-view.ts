import type { GroupRecord, TieRecord } from '../../shared/generated/record.ts'
import type { Room } from '../room.ts'

type Decided = NonNullable<TieRecord['decided']>
type Way = Decided['way']

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
    | {
        readonly way: Way
        /** Empty while the places are withheld; a draw is done in the open, and widening takes all. */
        readonly winners: readonly TiedCandidate[]
      }
    | undefined
  /** How long the top is. */
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
    decided: decided ? { way: decided.way, winners: goOn(tie, decided).map(candidate) } : undefined,
    size: decided?.way === 'widen' ? tie.size - tie.free + tie.tied.length : tie.size,
  }
}

function goOn(tie: TieRecord, decided: Decided): readonly number[] {
  return decided.way === 'widen' ? tie.tied : decided.winners
}
