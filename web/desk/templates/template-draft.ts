import type { Template } from '../../shared/http.ts'
import type { TemplateFile } from '../../shared/generated/template.ts'
import { countGraphemes } from '../../ui/graphemes.ts'

export type RoundKind = TemplateFile['rounds'][number]['kind']

/** A round as it is typed: minutes are text until they are checked. `key` tells it from another one like it. */
export interface RoundDraft {
  readonly key: number
  readonly kind: RoundKind
  readonly title: string
  readonly minutes: string
  readonly say: string
  readonly text: string
  /** Ids, of a show. */
  readonly concepts: readonly string[]
}

export interface TemplateDraft {
  readonly title: string
  readonly language: 'nl' | 'en'
  readonly question: string
  readonly within: string
  readonly money: string
  readonly rounds: readonly RoundDraft[]
}

export const limits = { title: 60, question: 140, within: 60, money: 60, round: 140, words: 600 } as const
export const roundsMax = 100
export const minutesMax = 240
export const conceptsMax = 5
const undoMax = 50

/** What somebody is changing, with what it was made from and what can be taken back. */
export interface Editing {
  /** As it was when this began: the template itself may be gone meanwhile. */
  readonly template: Template
  /** The revision that it was made from. */
  readonly revision: number
  /** As it is kept. */
  readonly kept: TemplateDraft
  readonly draft: TemplateDraft
  readonly before: readonly TemplateDraft[]
  readonly lastKey: number
  /** The member that was typed in last: more letters in it are one step. */
  readonly typing?: string | undefined
}

export function beginEditing(template: Template): Editing {
  const draft: TemplateDraft = {
    title: template.title,
    language: template.language,
    question: template.question,
    within: template.within,
    money: template.money,
    rounds: template.rounds.map(({ kind, title, minutes, say, text, concepts = [] }, index) => ({
      key: index + 1,
      kind,
      title,
      minutes: String(minutes),
      say,
      text,
      concepts,
    })),
  }
  return {
    template,
    revision: template.revision,
    kept: draft,
    draft,
    before: [],
    lastKey: draft.rounds.length,
  }
}

export const isChanged = (editing: Editing): boolean =>
  JSON.stringify(fileOf(editing.draft)) !== JSON.stringify(fileOf(editing.kept))

/** `typing` names what is typed in, so that a word is one step and not one for each letter. */
function changed(editing: Editing, draft: TemplateDraft, typing?: string): Editing {
  const goesOn = typing !== undefined && typing === editing.typing
  return {
    ...editing,
    draft,
    before: goesOn ? editing.before : [...editing.before, editing.draft].slice(-undoMax),
    typing,
  }
}

export function undo(editing: Editing): Editing {
  const draft = editing.before.at(-1)
  return draft ? { ...editing, draft, before: editing.before.slice(0, -1), typing: undefined } : editing
}

export function setMember(editing: Editing, part: Partial<Omit<TemplateDraft, 'rounds'>>): Editing {
  return changed(editing, { ...editing.draft, ...part }, Object.keys(part).join())
}

export function setRound(editing: Editing, key: number, part: Partial<RoundDraft>): Editing {
  const rounds = editing.draft.rounds.map((round) => (round.key === key ? { ...round, ...part } : round))
  return changed(editing, { ...editing.draft, rounds }, `${key} ${Object.keys(part).join()}`)
}

/** Whether a round may go up (-1) or down (1): the lobby stays first, the close last. */
export function mayMove(draft: TemplateDraft, key: number, by: 1 | -1): boolean {
  const at = draft.rounds.findIndex((round) => round.key === key)
  const other = draft.rounds[at + by]
  const fixed = (kind: RoundKind | undefined) => kind === undefined || kind === 'lobby' || kind === 'close'
  return !fixed(draft.rounds[at]?.kind) && !fixed(other?.kind)
}

export function moveRound(editing: Editing, key: number, by: 1 | -1): Editing {
  if (!mayMove(editing.draft, key, by)) return editing
  const rounds = [...editing.draft.rounds]
  const at = rounds.findIndex((round) => round.key === key)
  rounds.splice(at + by, 0, ...rounds.splice(at, 1))
  return changed(editing, { ...editing.draft, rounds })
}

export function removeRound(editing: Editing, key: number): Editing {
  const rounds = editing.draft.rounds.filter((round) => round.key !== key)
  return changed(editing, { ...editing.draft, rounds })
}

/** A new round, as the last one before the close. */
export function addRound(editing: Editing, round: Omit<RoundDraft, 'key'>): Editing {
  const key = editing.lastKey + 1
  const rounds = [...editing.draft.rounds]
  const close = rounds.findIndex((one) => one.kind === 'close')
  rounds.splice(close < 0 ? rounds.length : close, 0, { ...round, key })
  return { ...changed(editing, { ...editing.draft, rounds }), lastKey: key }
}

/** The numbers of the rounds in which something is typed that cannot be kept, and whether the head is fine. */
export function wrongParts(draft: TemplateDraft): {
  title?: 'missing' | 'too_long'
  rounds: ReadonlyMap<number, 'minutes' | 'too_long'>
} {
  const rounds = new Map<number, 'minutes' | 'too_long'>()
  for (const round of draft.rounds) {
    if (minutesOf(round) === undefined) rounds.set(round.key, 'minutes')
    else if (
      countGraphemes(round.title) > limits.round ||
      countGraphemes(round.say) > limits.words ||
      countGraphemes(round.text) > limits.words
    )
      rounds.set(round.key, 'too_long')
  }
  const title = draft.title.trim()
  if (title === '') return { title: 'missing', rounds }
  return countGraphemes(title) > limits.title ? { title: 'too_long', rounds } : { rounds }
}

/** Undefined for what is no number of minutes. */
export function minutesOf(round: RoundDraft): number | undefined {
  if (!/^\d{1,3}$/.test(round.minutes.trim())) return undefined
  const minutes = Number(round.minutes)
  return minutes <= minutesMax ? minutes : undefined
}

export const totalMinutes = (draft: TemplateDraft): number =>
  draft.rounds.reduce((sum, round) => sum + (minutesOf(round) ?? 0), 0)

export function fileOf(draft: TemplateDraft): TemplateFile {
  return {
    kiemkring_template: 1,
    language: draft.language,
    title: draft.title,
    question: draft.question,
    within: draft.within,
    money: draft.money,
    rounds: draft.rounds.map((round) => ({
      kind: round.kind,
      title: round.title,
      minutes: minutesOf(round) ?? 0,
      say: round.say,
      text: round.text,
      ...(round.concepts.length > 0 ? { concepts: [...round.concepts] } : {}),
    })),
  }
}

/** A template as the file that others can bring in. */
export function fileOfTemplate({ language, title, question, within, money, rounds }: Template): TemplateFile {
  return {
    kiemkring_template: 1,
    language,
    title,
    question,
    within,
    money,
    rounds: rounds.map(({ kind, title, minutes, say, text, concepts = [] }) => ({
      kind,
      title,
      minutes,
      say,
      text,
      ...(concepts.length > 0 ? { concepts } : {}),
    })),
  }
}

/** "Een middag: twee uur (kopie)", within the length of a title. */
export function copyOf(template: Template, mark: string): TemplateFile {
  const file = fileOfTemplate(template)
  const room = limits.title - countGraphemes(mark) - 1
  const title = [...file.title].slice(0, room).join('').trim()
  return { ...file, title: `${title} ${mark}` }
}

/** A name for a file that every system takes: "een-middag-twee-uur". */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `kiemkring-${plain || 'template'}.json`
}
