import type { Entry, EntryOf, KeptWords } from '../../../shared/trajectory.ts'
import type { Dossier } from '../dossier-view.ts'

/** Where a session says otherwise by now than somebody wrote here, and that stays. */
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
    if (here && said && isSame(here, said, compared(said.kind, field))) return []
    return [
      {
        place,
        entry,
        kind: isChoice ? 'choice' : (here?.kind ?? ''),
        name: here && 'name' in here ? here.name : '',
        field,
        ...(here ? { here } : {}),
        ...(said ? { said } : {}),
      },
    ]
  })
}

/** Whether it is known how to take over what the session says: what was chosen changes in step 3 alone, and only in the way that was agreed on. */
export function canTake(shown: Dossier, { said, field }: KeptField): boolean {
  if (!said) return false
  return said.kind !== 'choice' || (field === 'choice' && shown.progress.step === 'choice')
}

/** What stands here with what the session says in its place. */
export function taken({ here, said, field }: KeptField): Entry | undefined {
  if (!said) return undefined
  return here ? withFields(here, said, takenOver(said.kind, field)) : said
}

/** The plan of a session without one of the places: somebody has looked at it. */
export function without(plan: EntryOf<'session_plan'>, place: string): EntryOf<'session_plan'> {
  return { ...plan, kept_note: placesOf(plan).filter((one) => one !== place).join(',') }
}

const chosen = ['outcome', 'idea', 'combined_with']

function compared(kind: string, field: string): readonly string[] {
  return kind === 'choice' ? chosen : [field]
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
