import { readyCount } from '../shared/ready-count.ts'
import type { Idea, Picture, Send } from './picture.ts'

/** What holds the room: a pause, an idea in the light, the plan on the big screen, ideas that wait to be let through. What cannot be done is absent. */
export interface HeldView {
  readonly paused: boolean
  readonly pause?: () => void
  readonly resume?: () => void
  readonly light?: { readonly text: string; readonly out?: () => void }
  /** The plan stands on the big screen; `covered`: behind a pause, nothing, or an idea in the light. */
  readonly plan?: { readonly covered: boolean; readonly away?: () => void }
  /** In a round that does not show it by itself. */
  readonly showPlan?: () => void
  /** Oldest first. */
  readonly waiting: readonly Idea[]
  readonly moderated: boolean
  readonly setModerated?: (on: boolean) => void
  readonly admit?: (ids: readonly number[]) => void
  readonly hide?: (id: number) => void
}

export function heldView(picture: Picture, send: Send): HeldView {
  const { session, spotlight } = picture
  const ended = session?.status === 'ended'
  const paused = session?.paused ?? false
  const set = (on: boolean) => () => void send('pause_session', { paused: on })
  return {
    paused,
    ...(ended ? {} : paused ? { resume: set(false) } : { pause: set(true) }),
    ...(spotlight
      ? {
          light: {
            text: spotlight.text,
            ...(ended ? {} : { out: () => void send('spotlight', { idea: 0 }) }),
          },
        }
      : {}),
    ...planOf(picture, send),
    waiting: picture.ideas.filter((idea) => idea.status === 'waiting').sort((a, b) => a.id - b.id),
    moderated: session?.moderated ?? false,
    ...(ended
      ? {}
      : {
          setModerated: (on: boolean) => void send('moderate', { moderated: on }),
          admit: (ids: readonly number[]) => void send('admit_ideas', { ideas: [...ids] }),
          hide: (id: number) => void send('hide_idea', { ideas: [id], hidden: true }),
        }),
  }
}

function planOf({ plan, round, session, spotlight }: Picture, send: Send): Pick<HeldView, 'plan' | 'showPlan'> {
  if (!plan || round?.kind === 'explore') return {}
  const ended = session?.status === 'ended'
  const set = (shown: boolean) => () => void send('show_plan', { shown })
  const covered = Boolean(spotlight || session?.paused || session?.blank)
  if (plan.shown) return { plan: ended ? { covered } : { covered, away: set(false) } }
  return ended ? {} : { showPlan: set(true) }
}

/** Who is done, of those who are connected. */
export function readyOf(picture: Picture): { readonly ready: number; readonly total: number } | undefined {
  return readyCount(picture.round, picture.people, picture.connected)
}
