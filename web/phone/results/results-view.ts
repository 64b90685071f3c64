import type { GroupRecord, MeRecord, MyIdeaRecord } from '../../shared/generated/record.ts'
import type { Outcome } from '../../shared/session-link.ts'
import { type ResultView, resultView } from '../result/result-view.ts'
import type { Room } from '../room.ts'
import type { Translation } from '../room-words.tsx'

export interface ResultPage {
  readonly session: string
  readonly controller: string
  readonly retainedUntil: string
  readonly result: ResultView | undefined
  readonly nextStep: { readonly date: string; readonly text: string } | undefined
}

export interface OwnIdea {
  readonly id: number
  readonly text: string
  readonly explanation: string
  readonly translation: Translation
  readonly eraseTranslation?: () => Promise<Outcome>
  readonly status: MyIdeaRecord['status']
  /** What it became part of. */
  readonly group?: { readonly title: string; readonly place?: number }
  /** The group is called after this idea alone, and stands in the result so. */
  readonly givesTitle: boolean
  /** Waits for a connection. */
  readonly going: boolean
  readonly correct?: (text: string, explanation: string) => Promise<Outcome>
  readonly erase?: () => Promise<Outcome>
}

export interface OwnPart {
  readonly id: number
  readonly letter: string
  readonly color: GroupRecord['color']
  readonly title: string
  readonly role: MeRecord['commitments'][number]['role']
  readonly note: string
  readonly going: boolean
  readonly correct?: (note: string) => Promise<Outcome>
  readonly erase?: () => Promise<Outcome>
}

export interface OwnConcern {
  readonly candidate: number
  readonly letter: string
  readonly color: GroupRecord['color']
  readonly title: string
  readonly text: string
  readonly going: boolean
  readonly erase?: () => Promise<Outcome>
}

/** What everybody sees of how it ended. */
export function resultPage(room: Pick<Room, 'records'>): ResultPage {
  const { records } = room
  const session = records.one('session').value
  return {
    session: session?.title ?? '',
    controller: session?.controller || session?.host || '',
    retainedUntil: session?.retained_until ?? '',
    result: resultView(room),
    nextStep: records.one('closing').value?.next_step ?? undefined,
  }
}

/** What this person wrote and has not erased, newest first. */
export function ownIdeas(room: Room): OwnIdea[] {
  const { records } = room
  const places = resultView(room)?.places ?? []
  const ideas: OwnIdea[] = []
  for (const idea of records.all('my_idea').value) {
    if (!idea.text) continue
    const { id, text, explanation, status, translation } = idea
    const waiting = room.pending.value.filter((one) => 'idea' in one.args && one.args.idea === id)
    const group = records.one('group', idea.group).value
    const entry = places.find((one) => one?.candidate === idea.group)
    const title = entry?.title || group?.name || ''
    const going = waiting.some(({ op }) => op === 'withdraw_idea')
    const edited = waiting.reverse().find(({ op }) => op === 'edit_idea')
    const words = edited?.op === 'edit_idea' ? edited.args : { text, explanation }
    ideas.unshift({
      id,
      text: words.text,
      explanation: words.explanation,
      status,
      translation,
      ...(status === 'live' && title ? { group: { title, ...(entry ? { place: entry.place } : {}) } } : {}),
      givesTitle: status === 'live' && entry !== undefined && (group?.single === true || entry.title === text),
      going,
      ...(going || status === 'merged' || status === 'withdrawn'
        ? {}
        : {
            correct: (changed, explained) =>
              room.send('edit_idea', { idea: id, text: changed.trim(), explanation: explained.trim() }),
            ...(translation
              ? {
                  eraseTranslation: () =>
                    room.send('translate_idea', { idea: id, language: translation.language, text: '' }),
                }
              : {}),
          }),
      ...(going ? {} : { erase: () => room.send('withdraw_idea', { idea: id }) }),
    })
  }
  return ideas
}

/** What this person said to do. */
export function ownParts(room: Room): OwnPart[] {
  const { records } = room
  return (records.one('me').value?.commitments ?? []).map(({ id, candidate, role, note }) => {
    const group = records.one('group', candidate).value
    const entry = records.one('top').value?.entries.find((one) => one.candidate === candidate)
    const going = room.pending.value.some(
      (one) => one.op === 'withdraw_commitment' && one.args.commitment === id,
    )
    return {
      id,
      letter: entry?.letter ?? group?.letter ?? '',
      color: group?.color ?? 'moss',
      title: entry?.title || group?.name || '',
      role,
      note,
      going,
      ...(going
        ? {}
        : {
            correct: (changed: string) => room.send('commit', { candidate, role, note: changed.trim() }),
            erase: () => room.send('withdraw_commitment', { commitment: id }),
          }),
    }
  })
}

/** What this person was worried about and has not taken back. */
export function ownConcerns(room: Room): OwnConcern[] {
  const { records } = room
  const worried = (records.one('me').value?.concerns ?? []).filter(({ answer }) => answer === 'worried')
  return worried.map(({ candidate, text }) => {
    const group = records.one('group', candidate).value
    const entry = records.one('top').value?.entries.find((one) => one.candidate === candidate)
    const going = room.pending.value.some(
      (one) => one.op === 'answer_concern' && one.args.candidate === candidate,
    )
    return {
      candidate,
      letter: entry?.letter ?? group?.letter ?? '',
      color: group?.color ?? 'moss',
      title: entry?.title || group?.name || '',
      text,
      going,
      ...(going
        ? {}
        : { erase: () => room.send('answer_concern', { candidate, answer: 'none' as const, text: '' }) }),
    }
  })
}

/** Everybody's photos that are shown, with the idea that each belongs to. */
export function shownPhotos(room: Room): { readonly idea: number; readonly text: string }[] {
  const { records } = room
  const ideas = new Set(records.all('photo').value.map(({ idea }) => idea))
  return [...ideas].map((idea) => ({ idea, text: records.one('idea', idea).value?.text ?? '' }))
}
