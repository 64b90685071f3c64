import { t } from '../text/console.ts'
import type { GroupColor } from '../ui/draw/color.ts'
import { timerLeft } from './agenda-view.ts'
import { currentRound, groupColor, groupLetter, groupTitle, inOrder, openTie, type Picture, type Send } from './picture.ts'
import { isBegun } from './sharpen-view.ts'
import { dateText } from './times.ts'

/** What the big screen shows now, in a few words. */
export interface RoomCopy {
  readonly heading: string
  readonly number?: string
  readonly lines: readonly { readonly letter?: string; readonly color?: GroupColor; readonly text: string }[]
  readonly seeds?: number
  readonly left?: number
  readonly code?: string
  readonly blank: boolean
  readonly toggle?: () => void
}

export function roomCopyView(picture: Picture, now: number, send: Send): RoomCopy {
  const blank = picture.session?.blank ?? false
  const toggle = { toggle: () => void send('show_nothing', { blank: !blank }) }
  const code = picture.invite ? { code: picture.invite.code } : {}
  if (blank) return { heading: t('room.blank_state'), lines: [], blank, ...code, ...toggle }
  if (picture.session?.paused) return { heading: t('pause.room'), lines: [], blank, ...code, ...toggle }
  if (picture.spotlight) return { heading: picture.spotlight.text, lines: [], blank, ...code, ...toggle }
  if (picture.plan?.shown) return { heading: t('plan.title'), lines: onThePlan(picture), blank, ...code, ...toggle }
  const left = timerLeft(picture, now)
  return {
    ...shown(picture),
    ...(left !== undefined && left > 0 ? { left } : {}),
    ...code,
    blank,
    ...toggle,
  }
}

/** Groups with a pin. */
function onThePlan(picture: Picture): RoomCopy['lines'] {
  const pinned = new Set(
    picture.ideas.filter(({ status, place }) => status === 'live' && place).map(({ group }) => group),
  )
  return inOrder(picture.groups)
    .filter(({ id }) => pinned.has(id))
    .map(({ id, letter, color }) => ({ letter, color, text: groupTitle(picture, id) }))
}

function shown(picture: Picture): Pick<RoomCopy, 'heading' | 'number' | 'lines' | 'seeds'> {
  const question = picture.session?.question ?? ''
  const count = picture.progress?.ideas ?? 0
  switch (picture.round?.kind) {
    case 'lobby':
      return {
        heading: t('room.join'),
        lines: [{ text: t('room.in', { n: picture.progress?.seats_taken ?? 0 }) }],
      }
    case 'talk':
    case 'break':
      return {
        heading:
          (picture.round.kind === 'talk' && currentRound(picture)?.title) || t(`round.${picture.round.kind}`),
        lines: [],
      }
    case 'show': {
      const round = currentRound(picture)
      const { page = 0, pages = [] } = picture.round.show ?? {}
      const now = pages[page - 1]
      if (now) {
        return {
          heading: now.title || t(now.kind === 'photo' ? 'photos.title' : 'show.a_slide'),
          lines: now.facts.map((text) => ({ text })),
        }
      }
      return {
        heading: round?.title || t('round.show'),
        lines: (round?.text ?? '').split('\n').filter(Boolean).map((text) => ({ text })),
      }
    }
    case 'pitch': {
      const now = picture.round.pitch?.group
      return now
        ? { heading: t('room.pitching', { title: groupTitle(picture, now) }), lines: [] }
        : { heading: t('room.pitch_who'), lines: [] }
    }
    case 'table_choice':
      return { heading: t('room.tables', { n: picture.tables.length }), lines: [] }
    case 'sharpen': {
      const begun = picture.proposals.filter(isBegun)
      return {
        heading: t('room.proposals', { n: begun.length }),
        lines: begun.map((one) => ({
          letter: groupLetter(picture, one.id),
          color: groupColor(picture, one.id),
          text: one.what || groupTitle(picture, one.id),
        })),
      }
    }
    case 'concerns':
      return {
        heading: t('room.concerns'),
        lines: [...(picture.top?.entries ?? [])]
          .sort((a, b) => a.place - b.place)
          .map((entry) => ({ text: `${entry.place}. ${entry.title}` })),
      }
    case 'assess':
      return {
        heading: t('room.assess'),
        lines: picture.matrix?.closed ? [{ text: t('assess.gave') }] : [{ text: t('room.silent_scores') }],
      }
    case 'choose':
      return {
        heading: t('room.choose'),
        lines: picture.choosing?.candidate ? [{ text: groupTitle(picture, picture.choosing.candidate) }] : [],
      }
    case 'explore':
    case 'ideas':
      return {
        heading: picture.round.kind === 'explore' ? t('round.explore') : question,
        number: String(count),
        lines: picture.round.ideas_shared ? [] : [{ text: t('room.silent') }],
        seeds: count,
      }
    case 'group': {
      const groups = inOrder(picture.groups).filter((group) => !group.single)
      return {
        heading: t('room.groups', { n: groups.length }),
        lines: groups.map((group) => ({
          letter: group.letter,
          color: group.color,
          text: groupTitle(picture, group.id),
        })),
      }
    }
    case 'vote':
      return voting(picture)
    case 'tie': {
      if (picture.vote?.state === 'open') return voting(picture)
      const tie = openTie(picture)
      if (!tie) return { heading: question, lines: [] }
      return {
        heading: t('room.tie', { place: tie.first_place, n: tie.tied.length }),
        lines: tie.tied.map((id) => {
          const group = picture.groups.find((known) => known.id === id)
          return { letter: group?.letter ?? '', color: group?.color ?? 'moss', text: groupTitle(picture, id) }
        }),
      }
    }
    case 'top5': {
      const top = picture.top
      if (!top) return { heading: question, lines: [] }
      const open = [...top.entries]
        .sort((a, b) => a.place - b.place)
        .slice(Math.max(0, top.entries.length - top.revealed))
      return {
        heading: t('room.top', { n: top.size }),
        lines: open.length
          ? open.map((entry) => ({ text: `${entry.place}. ${entry.title}` }))
          : [{ text: t('room.top_hidden') }],
      }
    }
    case 'commit': {
      const entries = picture.top?.entries ?? []
      const led = new Set(
        picture.commitments.filter((one) => one.role === 'lead').map((one) => one.candidate),
      )
      return {
        heading: t('room.leads', {
          done: entries.filter((entry) => led.has(entry.candidate)).length,
          total: entries.length,
        }),
        lines: [],
      }
    }
    case 'close': {
      const step = picture.closing?.next_step
      return {
        heading: t('room.thanks'),
        lines: step ? [{ text: t('room.next_step', { date: dateText(step.date) }) }] : [],
      }
    }
    default:
      return { heading: question, lines: [] }
  }
}

function voting(picture: Picture): Pick<RoomCopy, 'heading' | 'lines' | 'number'> {
  const vote = picture.vote
  if (!vote) return { heading: picture.session?.question ?? '', lines: [] }
  return {
    heading:
      vote.state === 'closed' ? t('room.vote_closed') : vote.runoff ? t('room.runoff') : t('round.vote'),
    lines: [{ text: t('room.voted', { done: vote.voted, total: vote.seats }) }],
  }
}
