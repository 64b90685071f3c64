import type { RecordOf } from '../shared/records.ts'
import type { Outcome } from '../shared/session-link.ts'
import { t } from '../text/console.ts'
import type { GroupColor } from '../ui/draw/color.ts'
import {
  groupColor,
  groupLetter,
  groupTitle,
  isOnPaper,
  peopleInside,
  personName,
  type Picture,
  type Send,
} from './picture.ts'
import type { VoterSeat } from './vote-view.ts'

type Matrix = RecordOf<'matrix'>
export type Verdict = NonNullable<Matrix['subjects'][number]['verdict']>

export interface AssessRow {
  readonly id: number
  readonly letter: string
  readonly color: GroupColor
  readonly title: string
  readonly about: string
  /** Of each criterion how often each score was given; once it is closed. */
  readonly cells: readonly (readonly number[])[]
  readonly verdict: Verdict
  readonly note: string
  /** What the table says; of what is scored in colours. */
  readonly decide?: (verdict: Verdict, note: string) => Promise<Outcome>
}

export interface AssessView {
  readonly scale: Matrix['scale']
  readonly closed: boolean
  readonly sentence: string
  /** Too few have filled in everything to close without a question. */
  readonly few: boolean
  readonly seats: readonly VoterSeat[]
  readonly criteria: Matrix['criteria']
  readonly rows: readonly AssessRow[]
  readonly undecided: number
  readonly close?: (closed: boolean) => void
}

/** Undefined where nothing came along to be scored. */
export function assessView(picture: Picture, send: Send): AssessView | undefined {
  const { matrix } = picture
  if (!matrix) return undefined
  const ended = picture.session?.status === 'ended'
  const cells = matrix.subjects.length * matrix.criteria.length
  const left = new Map(matrix.waiting?.map((one) => [one.person, one.left]))
  const seats = peopleInside(picture).map((person): VoterSeat => {
    const open = left.get(person.id) ?? 0
    const seat = { id: person.id, name: personName(person), growth: cells ? (cells - open) / cells : 1 }
    if (open === 0) return { ...seat, state: 'done', note: t('vote.done') }
    const note = t('assess.left', { n: open })
    if (!isOnPaper(picture, person.id) && !picture.connected.has(person.id))
      return { ...seat, state: 'gone', note: t('vote.gone') }
    return { ...seat, state: 'busy', note }
  })
  return {
    scale: matrix.scale,
    closed: matrix.closed,
    sentence: t('assess.ready', { done: seats.filter(({ state }) => state === 'done').length, total: seats.length }),
    few: matrix.answered < seats.length * 0.8,
    seats,
    criteria: matrix.criteria,
    rows: matrix.subjects.map(({ group, about, verdict, note }) => ({
      id: group,
      letter: groupLetter(picture, group),
      color: groupColor(picture, group),
      title: groupTitle(picture, group),
      about,
      note,
      verdict: verdict ?? 'open',
      cells: matrix.criteria.map(
        (_, criterion) =>
          matrix.cells.find((cell) => cell.group === group && cell.criterion === criterion)?.counts ?? [],
      ),
      ...(matrix.scale === 'colours' && !ended
        ? {
            decide: (said: Verdict, words: string) =>
              send('decide_subject', { group, verdict: said, note: words }),
          }
        : {}),
    })),
    undecided:
      matrix.scale === 'colours' ? matrix.subjects.filter(({ verdict }) => verdict === 'open').length : 0,
    ...(ended || (matrix.closed && picture.session?.reopened) ? {} : { close: (closed: boolean) => void send('close_matrix', { closed }) }),
  }
}

/** What is scored for somebody on paper. */
export interface PaperScore {
  readonly label: string
  readonly best: number
  readonly colours: boolean
  readonly mine: number
  readonly give: (score: number) => void
}

/** Undefined outside the round, and once it is closed. */
export function paperScores(picture: Picture, person: number, send: Send): readonly PaperScore[] | undefined {
  const { matrix } = picture
  if (!matrix || matrix.closed || picture.round?.kind !== 'assess') return undefined
  const mine = picture.papers.find(({ id }) => id === person)?.scores ?? []
  return matrix.subjects.flatMap(({ group }) =>
    matrix.criteria.map(({ name }, criterion): PaperScore => {
      const given = mine.find((one) => one.group === group && one.criterion === criterion)?.score ?? 0
      return {
        label: [`${groupLetter(picture, group)} ${groupTitle(picture, group)}`, name].filter(Boolean).join(': '),
        best: matrix.scale === 'points' ? 5 : 3,
        colours: matrix.scale === 'colours',
        mine: given,
        give: (score) =>
          void send('give_score', { group, criterion, score: score === given ? 0 : score }, person),
      }
    }),
  )
}
