import { roundName } from '../shared/round-name.ts'
import { t } from '../text/console.ts'
import { hourText } from '../ui/clock.ts'
import { currentRound, type Picture, type Send } from './picture.ts'

const said = [
  'move_ideas',
  'create_group',
  'rename_group',
  'merge_groups',
  'split_group',
  'dissolve_group',
  'merge_ideas',
  'unmerge_idea',
  'hide_idea',
  'keep_for_later',
  'edit_idea',
  'translate_idea',
  'order_agenda',
  'skip_round',
  'repeat_round',
  'widen_top',
  'start_runoff',
  'merge_tied',
  'draw_lots',
  'reveal_next',
  'record_hands',
  'withdraw_commitment',
  'remove_person',
  'add_paper_seat',
  'answer_knock',
  'bring_back_person',
  'set_pin',
  'set_wifi',
  'set_next_step',
  'set_vote_rules',
  'allow_hints',
  'add_round',
  'edit_round',
  'set_pages',
  'turn_page',
  'start_pitch',
  'seat_person',
  'deal_tables',
  'choose_for_table',
  'keep_chosen',
  'keep_group_for_later',
  'assign_proposal',
  'word_proposal',
  'answer_concern',
  'settle_concern',
  'admit_ideas',
  'add_ideas',
  'merge_seats',
  'release_photos',
  'hide_photo',
  'pin_idea',
  'remove_plan',
  'upload',
  'upload_slide',
  'close_matrix',
  'decide_subject',
  'propose_choice',
  'freeze_choice',
] as const

type Said = (typeof said)[number]

export interface UndoView {
  readonly action: number
  readonly text: string
  readonly undo: () => void
  /** Instead of "undo". */
  readonly label?: string
}

const recentMs = 60_000

/** Whoever put a message away does not want to hear either of what was done before it. Who was turned away has numbers below 0. */
export const isPutAway = (action: number, away: number) => action === away || (action > 0 && action < away)

/** The newest thing a facilitator did that can be undone, and what it was about. */
export function undoView(picture: Picture, now: number, send: Send): UndoView | undefined {
  const action = picture.undo?.action
  if (picture.session?.status === 'ended') return undefined
  const [knock] = picture.turnedAway
  if (knock && !(action && action.at > knock.at))
    return {
      action: -knock.id,
      text: t('undo.turned_away', { name: knock.name || t('knock.nameless') }),
      undo: () => void send('answer_knock', { knock: knock.id, let_in: true }),
      label: t('undo.let_in'),
    }
  if (!action) return undefined
  return {
    action: action.id,
    text: [
      undoText(action.op, picture),
      // A round that begins may make groups of ideas on its way, and the plan puts the light out; that is not what was done.
      ...(action.what && !['start_round', 'timer', 'show_plan'].includes(action.op) ? [`“${action.what}”`] : []),
      ...(now - action.at > recentMs ? [`(${hourText(action.at)})`] : []),
    ].join(' '),
    undo: () => void send('undo', { action: action.id }),
  }
}

function undoText(op: string, picture: Picture): string {
  const turned = switched(picture)[op]
  if (turned) return turned
  if ((said as readonly string[]).includes(op)) return t(`undo.${op as Said}`)
  if (op.endsWith('_timer')) return t('undo.timer')
  return t('undo.other')
}

/** What is on or off, open or shut: said as it is now. */
function switched(picture: Picture): Record<string, string> {
  const { session, round, spotlight, vote } = picture
  const on = currentRound(picture)
  const moved = on ? t('undo.start_round', { round: roundName(on) }) : ''
  const closed = t(vote?.state === 'open' ? 'undo.close_vote_soon' : 'undo.close_vote')
  const votesHere = round?.kind === 'vote' || (round?.kind === 'tie' && vote?.runoff)
  return {
    start_round: moved,
    close_vote: closed,
    // A countdown that came to its end.
    timer: votesHere && vote?.state === 'closed' ? closed : moved,
    share_ideas: t(round?.ideas_shared ? 'undo.share_ideas' : 'undo.silent_ideas'),
    allow_grouping: t(round?.grouping_allowed ? 'undo.allow_grouping' : 'undo.forbid_grouping'),
    lock_door: t(session?.door === 'locked' ? 'undo.lock_door' : 'undo.open_door'),
    show_nothing: t(session?.blank ? 'undo.show_nothing' : 'undo.show_again'),
    show_plan: t(picture.plan?.shown ? 'undo.show_plan' : 'undo.plan_away'),
    pause_session: t(session?.paused ? 'undo.pause_session' : 'undo.go_on'),
    moderate: t(session?.moderated ? 'undo.moderate' : 'undo.moderate_no_more'),
    spotlight: t(spotlight ? 'undo.spotlight' : 'undo.light_out'),
  }
}
