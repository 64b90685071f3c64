import { type PaperScore, paperScores } from './assess-view.ts'
import type { Outcome } from '../shared/session-link.ts'
import type { GroupColor } from '../ui/draw/color.ts'
import { t } from '../text/console.ts'
import type { Place } from './explore-view.ts'
import { proposalTitle } from './choose-view.ts'
import { groupColor, groupLetter, groupTitle, inOrder, personName, type Picture, type Send } from './picture.ts'

/** A seat on paper, in the list of those who write down what others say. */
export interface PaperRow {
  readonly id: number
  readonly name: string
  /** How far it is. */
  readonly note: string
}

export interface PaperCandidate {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  readonly mine: number
  readonly cast?: () => void
  readonly retract?: () => void
}

/** What somebody thinks of a proposal: fine, or a concern in a word. */
export interface PaperConcern {
  readonly candidate: number
  readonly title: string
  readonly answer: 'none' | 'fine' | 'worried'
  readonly text: string
  readonly say: (answer: 'none' | 'fine' | 'worried', text: string) => Promise<Outcome>
}

export interface PaperIdea {
  readonly id: number
  readonly text: string
  readonly withdrawn: boolean
  /** Written outside the rounds for ideas. */
  readonly later: boolean
  readonly place?: Place
  /** Sets its pin on the plan, or takes it away. */
  readonly pin?: (place: Place | null) => void
  readonly withdraw?: () => void
  readonly restore?: () => void
  /** After the end: other words for it, or none for good. */
  readonly reword?: (text: string) => Promise<Outcome>
  readonly erase?: () => Promise<Outcome>
}

/** What somebody said they would do; after the end it can be taken back for good. */
export interface PaperCommitment {
  readonly id: number
  readonly text: string
  readonly erase: () => Promise<Outcome>
}

/** What is written down for one person, and what can be. */
export interface PaperSeat extends PaperRow {
  readonly ended: boolean
  readonly ideas: readonly PaperIdea[]
  readonly commitments: readonly PaperCommitment[]
  readonly write?: (text: string, place?: Place) => Promise<Outcome>
  /** There is a plan to say on where it is. */
  readonly withPlan: boolean
  readonly rename?: (name: string) => Promise<Outcome>
  /** While people vote: candidates in the order of their letters, as on the ballot. */
  readonly scores?: readonly PaperScore[]
  /** Where everybody is asked what they think of what is proposed. */
  readonly concerns?: readonly PaperConcern[]
  /** Whether their name may be in reports. */
  readonly naming: { readonly yes: boolean; readonly set: (yes: boolean) => Promise<Outcome> }
  readonly vote?: { readonly line: string; readonly candidates: readonly PaperCandidate[] }
}

export function paperRows(picture: Picture): PaperRow[] {
  return picture.papers.flatMap(({ id }) => {
    const person = picture.people.find((one) => one.id === id)
    return person ? [{ id, name: personName(person), note: noteOf(picture, id) }] : []
  })
}

/** What was written down for somebody, in numbers. */
export function noteOf(picture: Picture, id: number): string {
  const paper = picture.papers.find((one) => one.id === id)
  const ideas = paper?.ideas.filter(({ status }) => status !== 'withdrawn').length ?? 0
  const left = paper?.votes_left ?? 0
  const votes = picture.vote?.state === 'open' ? [left > 0 ? t('vote.left', { n: left }) : t('vote.done')] : []
  return [t('people.ideas', { n: ideas }), ...votes].join(' · ')
}

export function paperSeat(picture: Picture, id: number, send: Send): PaperSeat | undefined {
  const paper = picture.papers.find((one) => one.id === id)
  const row = paperRows(picture).find((one) => one.id === id)
  if (!paper || !row) return undefined
  const ended = picture.session?.status === 'ended'
  const voting = picture.vote?.state === 'open'
  const rename = (name: string) => send('set_profile', { name, organisation: '', role: '' }, id)
  const naming = {
    yes: paper.may_be_named,
    set: (yes: boolean) =>
      yes
        ? send('give_contact', { kind: 'email', value: '', purposes: ['name_in_report'] }, id)
        : send('withdraw_contact', {}, id),
  }
  if (ended) return { ...row, ended, rename, naming, withPlan: false, ...said(picture, paper, send) }
  return {
    ...row,
    ended,
    rename,
    naming,
    ideas: paper.ideas.map((idea) => ({
      id: idea.id,
      text: idea.text,
      withdrawn: idea.status === 'withdrawn',
      later: idea.status === 'later',
      ...(idea.place ? { place: idea.place } : {}),
      ...(picture.plan && !voting && (idea.status === 'live' || idea.status === 'later' || idea.status === 'waiting')
        ? { pin: (place: Place | null) => void send('pin_idea', { idea: idea.id, place }, id) }
        : {}),
      ...(voting || idea.status === 'merged'
        ? {}
        : idea.status === 'withdrawn'
          ? { restore: () => void send('restore_idea', { idea: idea.id }, id) }
          : { withdraw: () => void send('withdraw_idea', { idea: idea.id }, id) }),
    })),
    commitments: [],
    withPlan: picture.plan !== undefined,
    write: (text, place) => send('submit_idea', { text, explanation: '', place: place ?? null, photo: null }, id),
    ...(voting ? { vote: voteOf(picture, paper, send) } : {}),
    ...scoresOf(picture, id, send),
    ...concernsOf(picture, paper, send),
  }
}

/** Of the proposal in the round choose; of every idea of the top in the round for concerns. */
function concernsOf(
  picture: Picture,
  paper: Picture['papers'][number],
  send: Send,
): Pick<PaperSeat, 'concerns'> {
  const chosen = picture.choosing && !picture.choosing.frozen ? [picture.choosing.candidate] : []
  const asked =
    picture.round?.kind === 'choose'
      ? chosen
      : picture.round?.kind === 'concerns'
        ? (picture.top?.entries ?? []).map(({ candidate }) => candidate)
        : []
  const concerns = asked.filter(Boolean).map((candidate): PaperConcern => {
    const said = paper.concerns.find((one) => one.candidate === candidate)
    return {
      candidate,
      title: proposalTitle(picture, candidate),
      answer: said?.answer ?? 'none',
      text: said?.text ?? '',
      say: (answer, text) => send('answer_concern', { candidate, answer, text }, paper.id),
    }
  })
  return concerns.length > 0 ? { concerns } : {}
}

/** After the end, as on everybody's own phone: what is theirs is put right or erased. */
function said(picture: Picture, paper: Picture['papers'][number], send: Send): Pick<PaperSeat, 'ideas' | 'commitments'> {
  return {
    ideas: paper.ideas
      .filter(({ status, text }) => status !== 'withdrawn' && text !== '')
      .map(({ id, text, explanation, status }) => ({
        id,
        text,
        withdrawn: false,
        later: status === 'later',
        ...(status === 'merged'
          ? {}
          : { reword: (now: string) => send('edit_idea', { idea: id, text: now, explanation }, paper.id) }),
        erase: () => send('withdraw_idea', { idea: id }, paper.id),
      })),
    commitments: picture.commitments
      .filter(({ person }) => person === paper.id)
      .map(({ id, candidate, role, note }) => ({
        id,
        text: [`${groupLetter(picture, candidate)} · ${t(`commit.role_${role}`)}`, note].filter(Boolean).join(' · '),
        erase: () => send('withdraw_commitment', { commitment: id }, paper.id),
      })),
  }
}

function scoresOf(picture: Picture, id: number, send: Send): Pick<PaperSeat, 'scores'> {
  const scores = paperScores(picture, id, send)
  return scores ? { scores } : {}
}

function voteOf(
  picture: Picture,
  paper: Picture['papers'][number],
  send: Send,
): NonNullable<PaperSeat['vote']> {
  const { vote } = picture
  const most = vote?.votes_per_candidate ?? 1
  const running = new Set(vote?.candidates)
  return {
    line: paper.votes_left > 0 ? t('vote.left', { n: paper.votes_left }) : t('paper.votes_spent'),
    candidates: inOrder(picture.groups.filter(({ id }) => running.has(id))).map(({ id }) => {
      const mine = paper.votes.find(({ candidate }) => candidate === id)?.votes ?? 0
      return {
        id,
        letter: groupLetter(picture, id),
        color: groupColor(picture, id),
        title: groupTitle(picture, id),
        mine,
        ...(paper.votes_left > 0 && mine < most
          ? { cast: () => void send('cast_vote', { candidate: id }, paper.id) }
          : {}),
        ...(mine > 0 ? { retract: () => void send('retract_vote', { candidate: id }, paper.id) } : {}),
      }
    }),
  }
}
