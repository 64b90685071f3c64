import type { AnswerConcern } from '../../shared/generated/client-message.ts'
import type { GroupRecord, ProposalRecord } from '../../shared/generated/record.ts'
import type { Outcome } from '../../shared/session-link.ts'
import { proposalOf } from '../groups.ts'
import type { Room } from '../room.ts'

export type ConcernAnswer = AnswerConcern['answer']

export interface ConcernIdea {
  readonly candidate: number
  readonly letter: string
  readonly color: GroupRecord['color']
  readonly title: string
  readonly proposal: ProposalRecord | undefined
  /** What I said; none: nothing yet. */
  readonly mine: ConcernAnswer
  readonly text: string
  /** It waits on this phone for a connection. */
  readonly kept: boolean
  /** How many people find it fine, and how many are worried. */
  readonly fine: number
  readonly worried: number
  /** The text is kept only with a concern. */
  readonly answer: (answer: ConcernAnswer, text?: string) => Promise<Outcome>
}

/** The ideas of the top from the first place down. */
export function concernsView(room: Room): readonly ConcernIdea[] {
  const entries = [...(room.records.one('top').value?.entries ?? [])]
  return concernsOf(
    room,
    entries.sort((a, b) => a.place - b.place || a.letter.localeCompare(b.letter)),
  )
}

/** What people think of each of these. */
export function concernsOf(
  room: Room,
  entries: readonly { readonly candidate: number; readonly letter: string; readonly title: string }[],
): readonly ConcernIdea[] {
  const { records } = room
  const moods = new Map(records.one('moods').value?.ideas.map((mood) => [mood.candidate, mood]))
  const said = new Map<number, { answer: ConcernAnswer; text: string; kept: boolean }>()
  for (const { candidate, answer, text } of records.one('me').value?.concerns ?? [])
    said.set(candidate, { answer, text, kept: false })
  for (const command of room.pending.value) {
    if (command.op !== 'answer_concern') continue
    const { candidate, answer, text } = command.args
    said.set(candidate, { answer, text, kept: command.state === 'kept' })
  }
  return entries.map(({ candidate, letter, title }) => {
    const mine = said.get(candidate)
    return {
      candidate,
      letter,
      title,
      color: records.one('group', candidate).value?.color ?? 'moss',
      proposal: proposalOf(room, candidate),
      mine: mine?.answer ?? 'none',
      text: mine?.text ?? '',
      kept: mine?.kept ?? false,
      fine: moods.get(candidate)?.fine ?? 0,
      worried: moods.get(candidate)?.worried ?? 0,
      answer: (answer, text = '') =>
        room.send('answer_concern', { candidate, answer, text: answer === 'worried' ? text.trim() : '' }),
    }
  })
}
