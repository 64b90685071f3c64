import type { Entries, Entry, EntryKind, EntryOf } from '../../shared/trajectory.ts'
import { countGraphemes } from '../../ui/graphemes.ts'
import { amountText, type MoneyFault, parseMoney } from './money-view.ts'

export type FieldForm =
  | 'needed_line'
  | 'line'
  | 'note'
  | 'email'
  | 'phone'
  | 'day'
  | 'money'
  | 'whole'
  | 'clock'
  | 'yes_no'
  /** The number of another entry. */
  | 'entry'
  | Choice
/** Also what the server refuses a field for. */
export type Fault =
  | MoneyFault
  | 'needed'
  | 'too_long'
  | 'not_whole'
  | 'bad_text'
  | 'bad_date'
  | 'in_the_past'
  | 'bad_email'
  | 'bad_phone'
  | 'bad_time'
  | 'wrong_order'
  | 'unknown_entry'
  | 'already_there'
  | 'letter_first'
export type Value = string | number | boolean

/** Which values a choice has, in the order in which they are offered; the first is that of an empty entry unless told below. */
export const choices = {
  sort: ['business_park', 'company'],
  contact: ['contact_person', 'park_manager', 'process_director', 'owner', 'other'],
  colour: ['green', 'amber', 'red', 'open'],
  /** The colour of a mark, in words of its own. */
  fit: ['green', 'amber', 'red', 'open'],
  purpose: ['ideas', 'choice', 'green_date'],
  session_language: ['nl', 'en'],
  route: ['undecided', 'ivn_concept', 'other_concept', 'own_plan'],
  role: ['lead', 'help', 'think', 'arrange', 'check_first', 'informed'],
  consent: ['not_asked', 'asked', 'accepted', 'declined'],
  task_state: ['open', 'busy', 'done'],
  topic: ['owner_of_ground', 'cables', 'cost', 'call', 'permit', 'planting', 'opening', 'other'],
  decision_maker: ['group_consent', 'group_vote', 'client'],
  choice_outcome: ['open', 'chosen', 'none'],
  method: ['consent', 'vote', 'run_off', 'draw', 'decision'],
  cover_state: ['hoped', 'promised', 'received'],
  activity: [
    'preparing',
    'groundwork',
    'planting_bare_root',
    'planting_pot',
    'sowing',
    'building',
    'upkeep',
    'other',
  ],
  level: ['low', 'medium', 'high'],
  permit: ['to_find_out', 'not_needed', 'to_ask', 'asked', 'granted', 'refused'],
  confirms: ['ownership', 'upkeep', 'working_group'],
  moment: ['before', 'during', 'after'],
} as const satisfies Record<string, readonly string[]>
export type Choice = keyof typeof choices
export function isChoice(form: FieldForm): form is Choice {
  return form in choices
}

/** Which fields an entry has, in the order of its form, and what is typed in each. */
export const fieldsOf = {
  place: {
    name: 'needed_line',
    sort: 'sort',
    address: 'line',
    municipality: 'line',
    funder: 'line',
    area_m2: 'whole',
    about: 'note',
  },
  company: { name: 'needed_line', trade: 'line', note: 'note' },
  contact: {
    name: 'needed_line',
    role: 'contact',
    organisation: 'line',
    hours_a_week: 'whole',
    email: 'email',
    phone: 'phone',
    note: 'note',
    may_be_named: 'yes_no',
  },
  factor: { colour: 'colour', note: 'note', said_by: 'line', name: 'needed_line', question: 'note' },
  support: { fee: 'money', budget: 'money', paid_by: 'line', colleagues: 'note', neighbours: 'note' },
  next_action: { what: 'needed_line', who: 'line', due: 'day' },
  session_plan: {
    name: 'needed_line',
    purpose: 'purpose',
    held_on: 'day',
    starts_at: 'clock',
    ends_at: 'clock',
    location: 'line',
    invitation: 'note',
    template_id: 'line',
    language: 'session_language',
    host: 'line',
    controller: 'line',
    seats: 'whole',
    kept_days: 'whole',
    session: 'line',
    session_version: 'whole',
    taken_note: 'note',
    session_erased: 'yes_no',
    kept_note: 'note',
    kept_said: 'note',
  },
  idea: {
    name: 'needed_line',
    about: 'note',
    letter: 'line',
    place: 'whole',
    votes: 'whole',
    hands: 'whole',
    missing_note: 'note',
    note: 'note',
    session: 'line',
    number: 'whole',
    route: 'route',
    concept_id: 'line',
  },
  commitment: {
    name: 'needed_line',
    idea: 'entry',
    role: 'role',
    organisation: 'line',
    email: 'email',
    phone: 'phone',
    said_note: 'note',
    note: 'note',
    called: 'yes_no',
    session: 'line',
    number: 'whole',
    may_be_named: 'yes_no',
  },
  task: {
    what: 'needed_line',
    who: 'line',
    due: 'day',
    state: 'task_state',
    topic: 'topic',
    idea: 'entry',
    note: 'note',
  },
  decider: {
    who: 'decision_maker',
    agreed_on: 'day',
    note: 'note',
  },
  criterion: {
    name: 'needed_line',
    question: 'note',
    weight: 'whole',
    live: 'yes_no',
  },
  mark: {
    idea: 'entry',
    criterion: 'entry',
    colour: 'fit',
    summary: 'line',
    note: 'note',
    source: 'line',
    said_by: 'line',
    group_tenths: 'whole',
    group_answers: 'whole',
  },
  choice: {
    outcome: 'choice_outcome',
    idea: 'entry',
    combined_with: 'entry',
    reason: 'note',
    method: 'method',
    concerns: 'note',
    decided_by: 'line',
    decided_on: 'day',
    reopen_note: 'note',
  },
  plan: {
    goal_note: 'note',
    spot: 'line',
    area_m2: 'whole',
    trees: 'whole',
    tiles_out: 'whole',
    starts_on: 'day',
    ends_on: 'day',
    contingency_percent: 'whole',
  },
  plan_version: { number: 'whole', seen: 'whole', note: 'note' },
  calendar_feed: { name: 'needed_line', token_hash: 'line', withdrawn: 'yes_no' },
  cost: {
    what: 'needed_line',
    amount: 'money',
    in_kind: 'yes_no',
    hours: 'whole',
    basis: 'line',
  },
  cover: {
    what: 'needed_line',
    amount: 'money',
    state: 'cover_state',
    who: 'line',
    note: 'note',
  },
  activity: {
    what: 'needed_line',
    sort: 'activity',
    starts_on: 'day',
    ends_on: 'day',
    who: 'line',
    note: 'note',
  },
  risk: {
    what: 'needed_line',
    chance: 'level',
    effect: 'level',
    measure_note: 'note',
    who: 'line',
  },
  permit: {
    what: 'needed_line',
    authority: 'line',
    state: 'permit',
    due: 'day',
    note: 'note',
  },
  agreement: {
    owner_of_ground: 'line',
    maintainer: 'line',
    frequency: 'line',
    ends_on: 'day',
    ownership_note: 'note',
    upkeep_note: 'note',
  },
  confirmation: {
    name: 'needed_line',
    email: 'email',
    what_for: 'confirms',
    commitment: 'entry',
    token_hash: 'line',
    withdrawn: 'yes_no',
    asked_on: 'day',
    answer: 'consent',
    answered_on: 'day',
    letter: 'line',
    reply_note: 'note',
    terms_note: 'note',
    may_be_named: 'yes_no',
  },
  opening: {
    held_on: 'day',
    starts_at: 'clock',
    ends_at: 'clock',
    location: 'line',
    invitation: 'note',
    area_m2: 'whole',
    trees: 'whole',
    tiles_out: 'whole',
    people: 'whole',
    story_public: 'yes_no',
    story_title: 'line',
    story: 'note',
  },
  letter: { confirmation: 'entry', description: 'line' },
  site_plan: { description: 'line' },
  photo: {
    moment: 'moment',
    description: 'line',
    taken_on: 'day',
    in_story: 'yes_no',
    beside: 'entry',
  },
  thanks: {
    name: 'needed_line',
    what_for: 'line',
    thanked: 'yes_no',
    in_story: 'yes_no',
  },
  upkeep: {
    what: 'needed_line',
    every_months: 'whole',
    starts_on: 'day',
    ends_on: 'day',
    function: 'line',
    email: 'email',
    done_on: 'day',
  },
  neighbour: {
    name: 'needed_line',
    email: 'email',
    phone: 'phone',
    note: 'note',
    came_on: 'day',
  },
} as const satisfies { [Kind in EntryKind]: Record<keyof Entries[Kind], FieldForm> }

export const lineMax = 120
export const noteMax = 2000

export function formOf(kind: EntryKind, field: string): FieldForm {
  return (fieldsOf[kind] as Record<string, FieldForm>)[field] as FieldForm
}
export function fieldNames(kind: EntryKind): string[] {
  return Object.keys(fieldsOf[kind])
}
export function valueIn(entry: Entry, field: string): Value {
  return (entry as unknown as Record<string, Value>)[field] as Value
}

/** Of a person: can be erased for good. */
type Personal = 'contact' | 'commitment' | 'confirmation' | 'letter' | 'photo' | 'thanks' | 'neighbour'
const personal: readonly EntryKind[] = [
  'contact',
  'commitment',
  'confirmation',
  'letter',
  'photo',
  'thanks',
  'neighbour',
] satisfies Personal[]
export function isPersonal(entry: Entry): entry is EntryOf<Personal> {
  return personal.includes(entry.kind)
}

const ofNothing: Partial<Record<FieldForm, Value>> = {
  sort: 'company',
  colour: 'open',
  fit: 'open',
  money: 0,
  whole: 0,
  entry: 0,
  yes_no: false,
}
function emptyValue(form: FieldForm): Value {
  return ofNothing[form] ?? (isChoice(form) ? choices[form][0] : '')
}

/** An entry with nothing in it yet. */
export function emptyEntry<Kind extends EntryKind>(kind: Kind): EntryOf<Kind> {
  const entry: Record<string, Value> = { kind }
  for (const field of fieldNames(kind)) entry[field] = emptyValue(formOf(kind, field))
  return entry as unknown as EntryOf<Kind>
}

/** What a field shows of a value. */
export function textOf(form: FieldForm, value: Value, language: string): string {
  if (form === 'money') return value === 0 ? '' : amountText(value as number, language)
  if (form === 'whole')
    return value === 0 ? '' : (value as number).toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')
  if (form === 'yes_no') return value ? 'yes' : ''
  return String(value)
}

/** What the text of a field means. The server looks once more, and has the last word on e-mail and phone. */
export function readField(
  form: FieldForm,
  text: string,
): { readonly value: Value } | { readonly wrong: Fault } {
  const trimmed = text.trim()
  switch (form) {
    case 'money': {
      const read = parseMoney(trimmed)
      return 'wrong' in read ? read : { value: read.cents }
    }
    case 'whole':
      return readWhole(trimmed)
    case 'yes_no':
      return { value: trimmed === 'yes' }
    case 'entry':
      return { value: Number(trimmed) }
    case 'clock':
      return trimmed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(trimmed)
        ? { value: trimmed }
        : { wrong: 'bad_time' }
    case 'needed_line':
      if (trimmed === '') return { wrong: 'needed' }
      break
    case 'email':
      if (trimmed !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(trimmed)) return { wrong: 'bad_email' }
      break
  }
  const max = form === 'note' ? noteMax : lineMax
  return countGraphemes(trimmed) > max ? { wrong: 'too_long' } : { value: trimmed }
}

function readWhole(text: string): { readonly value: Value } | { readonly wrong: Fault } {
  const written = text.replace(/\s/g, '')
  const hasThousands = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$/.test(written)
  const digits = hasThousands ? written.replace(/[.,]/g, '') : written
  if (digits === '') return { value: 0 }
  if (/^[-−–]/.test(digits)) return { wrong: 'negative' }
  if (!/^\d+$/.test(digits)) return { wrong: 'not_whole' }
  return digits.length > 8 ? { wrong: 'too_large' } : { value: Number(digits) }
}
