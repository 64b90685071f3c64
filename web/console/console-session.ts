import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { roundName } from '../shared/round-name.ts'
import { createSessionLink, type SessionLink } from '../shared/session-link.ts'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { keepPaired, type Paired } from './paired.ts'
import { currentRound, isWatching, type Picture, readPicture, type Send } from './picture.ts'
import { refusalText } from './refusal-text.ts'

/** The rail and the sentence, or what the round of now is worked on with. */
export type Face = 'direct' | 'work'

/** One paired session on this tablet. */
export interface ConsoleSession {
  readonly paired: Paired
  readonly link: SessionLink
  readonly picture: ReadonlySignal<Picture>
  readonly send: Send
  /** Server time, in steps of half a second. */
  readonly clock: ReadonlySignal<number>
  readonly face: Signal<Face>
  /** Why the last thing asked for did not happen. */
  readonly notice: Signal<string | undefined>
  close(): void
}

export async function openConsole(paired: Paired): Promise<ConsoleSession> {
  const link = await createSessionLink({
    token: paired.token,
    role: paired.helper ? 'helper' : 'facilitator',
    storageKey: `console-${paired.session}`,
  })
  const picture = computed(() => readPicture(link))
  const notice = signal<string | undefined>(undefined)
  const face = signal<Face>('work')
  const clock = signal(link.now())

  const send: Send = async (op, args, paperSeat) => {
    // A sheet may still be open from before: nothing is asked that would be refused.
    if (isWatching(picture.peek()) && op !== 'take_lead') {
      if (op !== 'write_note') notice.value = t('refused.watching')
      return { ok: false, refusal: 'watching' }
    }
    // What goes by itself, in the background, says nothing.
    const quiet = op === 'release_idea' || op === 'write_note'
    if (!quiet) notice.value = undefined
    const outcome = await link.send(op, args, undefined, paperSeat)
    if (outcome.ok || quiet) return outcome
    // Whoever changes pages tries again on top of the new ones.
    if (op === 'set_pages' && outcome.refusal === 'changed_meanwhile') return outcome
    const text = refusalText(outcome, picture.peek())
    if (text) {
      notice.value = text
      announce(text, 'assertive')
    }
    return outcome
  }

  const ticking = setInterval(() => {
    clock.value = Math.floor(link.now() / 500) * 500
  }, 500)
  const stopFollowing = followRounds(picture, face, notice)
  const stopNaming = effect(() => {
    const session = picture.value.session
    if (!session) return
    document.title = `${session.title} · ${t('page.title')}`
    keepPaired({ ...paired, title: session.title, rehearsal: session.rehearsal })
  })

  return {
    paired,
    link,
    picture,
    send,
    clock,
    face,
    notice,
    close() {
      clearInterval(ticking)
      stopFollowing()
      stopNaming()
      link.close()
    },
  }
}

/** A new round is said aloud, and opens on the face that it is driven with. */
function followRounds(
  picture: ReadonlySignal<Picture>,
  face: Signal<Face>,
  notice: Signal<string | undefined>,
): () => void {
  let shown: number | undefined
  return effect(() => {
    const round = currentRound(picture.value)
    if (!round || round.id === shown) return
    if (shown !== undefined) announce(roundName(round), 'assertive')
    shown = round.id
    face.value = round.kind === 'ideas' || round.kind === 'talk' || isNarrow() ? 'direct' : 'work'
    notice.value = undefined
  })
}

/** A phone is a remote: what it is for is directing. */
function isNarrow(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(max-width: 640px)').matches
}

export const ConsoleContext = createContext<ConsoleSession | undefined>(undefined)

export function useConsole(): ConsoleSession {
  const session = useContext(ConsoleContext)
  if (!session) throw new Error('no session around this component')
  return session
}
