import type { SessionRecord } from '../../shared/generated/record.ts'
import type { Outcome } from '../../shared/session-link.ts'
import type { Room } from '../room.ts'
import type { Translation } from '../room-words.tsx'

export interface Draft {
  readonly text: string
  readonly explanation: string
  readonly photo?: string
  readonly place?: { readonly x: number; readonly y: number }
}

export type IdeaState = 'kept' | 'sent' | 'received' | 'later' | 'hidden' | 'merged' | 'withdrawn' | 'waiting'

export interface MyIdea extends Draft {
  readonly key: string
  /** Once the server has it. */
  readonly id?: number
  readonly state: IdeaState
  readonly translation?: Translation
  /** Puts it into another language beside it; an empty text takes that away. */
  readonly translate?: (language: string, text: string) => Promise<Outcome>
  readonly edit?: (draft: Draft) => Promise<Outcome>
  readonly withdraw?: () => Promise<Outcome>
  readonly restore?: () => Promise<Outcome>
}

export interface SharedIdea extends Draft {
  readonly id: number
  readonly mine: boolean
  readonly translation: Translation
}

export interface IdeasView {
  /** The round is on; otherwise what is sent is kept for later. */
  readonly open: boolean
  readonly offline: boolean
  /** Of what people of the session write. */
  readonly language: string
  readonly frame: Pick<SessionRecord, 'question' | 'within' | 'money' | 'place'> | undefined
  /** Newest first. */
  readonly mine: readonly MyIdea[]
  /** How many wait on this phone for a connection. */
  readonly kept: number
  readonly survivesReload: boolean
  /** Newest first; absent while everybody writes silently. */
  readonly shared?: readonly SharedIdea[]
  /** Texts of others that look like what was written last. */
  readonly hint?: { readonly texts: readonly string[]; readonly dismiss: () => void }
  /** Refused after the page was loaded anew: their texts can be taken back. */
  readonly returned: readonly (Draft & {
    readonly key: string
    readonly refusal: string
    readonly take: () => void
  })[]
  /** `kept` is called when the idea is safe on this phone. */
  readonly submit: (draft: Draft, kept: () => void) => Promise<Outcome>
}

export function ideasView(room: Room): IdeasView {
  const { records } = room
  const session = records.one('session').value
  const round = records.one('round').value
  const open = !round || round.kind === 'ideas' || round.kind === 'explore'
  const mine = myIdeas(room)
  const own = new Set(records.all('my_idea').value.map(({ id }) => id))
  const shared = records
    .all('idea')
    .value.filter(({ status }) => status === 'live')
    .map(({ id, text, explanation, translation }) => ({ id, text, explanation, translation, mine: own.has(id) }))
    .reverse()
  return {
    open,
    offline: room.status.value !== 'live',
    language: session?.language ?? 'nl',
    frame: session && {
      question: session.question,
      within: session.within,
      money: session.money,
      place: session.place,
    },
    mine,
    kept: mine.filter(({ state }) => state === 'kept').length,
    survivesReload: room.survivesReload,
    ...(round?.ideas_shared ? { shared } : {}),
    ...hintOf(room),
    returned: room.refused.value.flatMap((command) =>
      command.op === 'submit_idea'
        ? [
            {
              text: command.args.text,
              explanation: command.args.explanation,
              key: `r${command.n}`,
              refusal: command.refusal,
              take: () => room.dismissRefused(command.n),
            },
          ]
        : [],
    ),
    submit: ({ photo, place, ...draft }, kept) =>
      room.send(
        'submit_idea',
        { ...tidy(draft), ...(photo ? { photo } : {}), ...(place ? { place } : {}) },
        kept,
      ),
  }
}

/** Only about the newest idea, and only what this phone may see anyway. */
function hintOf(room: Room): Pick<IdeasView, 'hint'> {
  const hint = room.hint.value
  const newest = room.records.all('my_idea').value.at(-1)
  const isOnItsWay = room.pending.value.some(({ op }) => op === 'submit_idea')
  if (!hint || isOnItsWay || newest?.id !== hint.idea || newest.status !== 'live') return {}
  const texts = room.records
    .all('idea')
    .value.filter(({ id, status }) => status === 'live' && hint.like.includes(id))
    .map(({ text }) => text)
  return texts.length > 0 ? { hint: { texts, dismiss: () => room.dismissHint() } } : {}
}

/** The ideas of this person, with what is still on its way laid over them. */
function myIdeas(room: Room): MyIdea[] {
  const ideas: MyIdea[] = []
  for (const command of room.pending.value) {
    if (command.op !== 'submit_idea') continue
    const { text, explanation, photo } = command.args
    ideas.unshift({ text, explanation, ...(photo ? { photo } : {}), key: `n${command.n}`, state: command.state })
  }
  // While people vote on an idea it stays what it is.
  const fixed =
    room.records.one('session').value?.status === 'ended' || room.records.one('vote').value?.state === 'open'
  const stored = [...room.records.all('my_idea').value].reverse()
  for (const { id, text, explanation, status, translation } of stored) {
    if (!text) continue // erased after the end
    let draft: Draft = { text, explanation }
    let beside = translation
    let state: IdeaState = status === 'live' ? 'received' : status
    for (const command of room.pending.value) {
      if (!('idea' in command.args) || command.args.idea !== id) continue
      if (command.op === 'edit_idea') {
        draft = { text: command.args.text, explanation: command.args.explanation }
        state = command.state
      }
      if (command.op === 'translate_idea') beside = command.args.text ? command.args : undefined
      if (command.op === 'withdraw_idea') state = 'withdrawn'
      if (command.op === 'restore_idea') state = command.state
    }
    const changeable =
      !fixed && (status === 'live' || status === 'later' || status === 'waiting') && state !== 'withdrawn'
    ideas.push({
      ...draft,
      id,
      key: `i${id}`,
      state,
      translation: beside,
      ...(changeable
        ? {
            edit: (changed: Draft) => room.send('edit_idea', { idea: id, ...tidy(changed) }),
            withdraw: () => room.send('withdraw_idea', { idea: id }),
            translate: (language: string, line: string) =>
              room.send('translate_idea', { idea: id, language, text: line.trim() }),
          }
        : {}),
      ...(!fixed && status === 'withdrawn' && state === 'withdrawn'
        ? { restore: () => room.send('restore_idea', { idea: id }) }
        : {}),
    })
  }
  return ideas
}

function tidy({ text, explanation }: Draft): Draft {
  return { text: text.trim(), explanation: explanation.trim() }
}
