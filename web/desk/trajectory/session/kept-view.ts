import type { Entry, EntryOf, KeptWords } from '../../../shared/trajectory.ts'
import { all, type Dossier, type OneOf } from '../dossier-view.ts'

/** Where a session says otherwise by now than stands here and stays: somebody wrote it, or a later session said it. */
export interface KeptField {
  /** As the server writes it: "12.name". */
  readonly place: string
  readonly entry: number
  readonly kind: string
  readonly name: string
  readonly field: string
  /** What stands here; undefined: a choice that is not there yet. */
  readonly here?: Entry
  /** The same as the session says it; undefined while nobody can ask the session. */
  readonly said?: Entry
  /** The later session that said what stands here; undefined: somebody wrote it. */
  readonly later?: OneOf<'session_plan'>
}

/** What is as a session for step 1 or 3 said: the numbers of marks or factors, and of the choice. */
function takenFrom(plan: EntryOf<'session_plan'>): ReadonlySet<number> {
  const parts = plan.taken_note.split(/[,;]/).filter(Boolean)
  return new Set(
    parts.flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number)
      return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    }),
  )
}

/** The session for step 1 or 3 that said what stands in an entry; undefined when none did. */
export function saidIn(
  shown: Dossier,
  purpose: 'choice' | 'green_date',
  entry: number,
): OneOf<'session_plan'> | undefined {
  return all(shown, 'session_plan').find(
    (plan) => plan.entry.purpose === purpose && takenFrom(plan.entry).has(entry),
  )
}

const placesOf = (plan: EntryOf<'session_plan'>) => plan.kept_note.split(',').filter(Boolean)

/** Those of entries that are gone are left out, and those where somebody took over meanwhile what the session says. */
export function keptFields(
  shown: Dossier,
  plan: EntryOf<'session_plan'>,
  words: readonly KeptWords[] = [],
): KeptField[] {
  return placesOf(plan).flatMap((place): KeptField[] => {
    const [id, field = ''] = place.split('.')
    const entry = Number(id)
    const here = shown.entries.get(entry)?.entry
    const isChoice = field === 'choice' || field === 'method'
    if (!here && !isChoice) return []
    const said = words.find((one) => one.entry === entry && one.field === field)?.said
    if (here && said && isSame(here, said, compared(said, field))) return []
    const owner = plan.purpose === 'ideas' ? undefined : saidIn(shown, plan.purpose, entry)
    const later = owner && owner.entry.session !== plan.session ? owner : undefined
    return [
      {
        place,
        entry,
        kind: isChoice ? 'choice' : (here?.kind ?? ''),
        name: here && 'name' in here ? here.name : '',
        field,
        ...(here ? { here } : {}),
        ...(said ? { said } : {}),
        ...(later ? { later } : {}),
      },
    ]
  })
}

/** Whether it is known how to take over what the session says: what was chosen changes in step 3 alone, and only in the way that was agreed on. */
export function canTake(shown: Dossier, { said, field }: KeptField): boolean {
  // What a group gave is not put in the place of what another gave: both were asked.
  if (!said || said.kind === 'mark') return false
  return said.kind !== 'choice' || (field === 'choice' && shown.progress.step === 'choice')
}

/** What stands here with what the session says in its place. */
export function taken({ here, said, field }: KeptField): Entry | undefined {
  if (!said) return undefined
  return here ? withFields(here, said, takenOver(said.kind, field)) : said
}

/** The plan of a session without some of the places: somebody has looked at them. */
export function without(plan: EntryOf<'session_plan'>, ...places: readonly string[]): EntryOf<'session_plan'> {
  return { ...plan, kept_note: placesOf(plan).filter((one) => !places.includes(one)).join(',') }
}

/** Where the group gave a mark, and what. */
export interface MarkPlace {
  readonly criterion: string
  readonly idea: string
  readonly here: EntryOf<'mark'>
  readonly said: EntryOf<'mark'>
}
/** The marks among them, of which nothing is said as long as the session cannot be asked. */
export function keptMarks(shown: Dossier, kept: readonly KeptField[]): MarkPlace[] {
  const nameOf = (id: number) => {
    const entry = shown.entries.get(id)?.entry
    return entry && 'name' in entry ? entry.name : ''
  }
  return kept.flatMap(({ here, said }) =>
    here?.kind === 'mark' && said?.kind === 'mark'
      ? [{ criterion: nameOf(here.criterion), idea: nameOf(here.idea), here, said }]
      : [],
  )
}

/** What the group chose in it; undefined when it chose nothing, or that is what stands here. */
export function choiceIn(kept: readonly KeptField[]): EntryOf<'choice'> | undefined {
  const said = kept.find((one) => one.field === 'choice' && !isSameChoice(one))?.said
  return said?.kind === 'choice' ? said : undefined
}

const chosen = ['outcome', 'idea', 'combined_with']

function compared(said: Entry, field: string): readonly string[] {
  if (said.kind === 'mark') return ['group_tenths', 'group_answers']
  if (said.kind === 'choice') return isSaid(said.reason) ? [...chosen, 'reason'] : chosen
  if (said.kind === 'factor') return said.note === '' ? ['colour'] : ['colour', 'note']
  return [field]
}
/** A session that gave no reason leaves a dash. */
const isSaid = (reason: string) => reason !== '' && reason !== '-'

/** The group chose what stands here, in other words. */
export function isSameChoice({ here, said }: Pick<KeptField, 'here' | 'said'>): boolean {
  return here?.kind === 'choice' && said?.kind === 'choice' && isSame(here, said, [...chosen, 'method'])
}
/** What belongs to the field and is said with it. */
function takenOver(kind: string, field: string): readonly string[] {
  if (kind === 'choice') return [...chosen, 'method', 'reason', 'concerns', 'decided_on']
  return kind === 'factor' ? ['colour', 'note', 'said_by'] : [field]
}

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (entry: Entry) => entry as unknown as Fields

function isSame(here: Entry, said: Entry, fields: readonly string[]): boolean {
  return fields.every((field) => fieldsOf(here)[field] === fieldsOf(said)[field])
}
function withFields(here: Entry, said: Entry, fields: readonly string[]): Entry {
  const put = Object.fromEntries(fields.map((field) => [field, fieldsOf(said)[field]]))
  return { ...here, ...put } as Entry
}
