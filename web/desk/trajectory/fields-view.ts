import type {
  Colour,
  ContactRole,
  Entries,
  Entry,
  EntryKind,
  EntryOf,
  PlaceKind,
} from '../../shared/trajectory.ts'
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
  | 'place_kind'
  | 'contact_role'
  | 'colour'
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
export type Value = string | number

/** Which fields an entry has, in the order of its form, and what is typed in each. */
export const fieldsOf = {
  place: {
    name: 'needed_line',
    sort: 'place_kind',
    address: 'line',
    municipality: 'line',
    funder: 'line',
    area_m2: 'whole',
    about: 'note',
  },
  company: { name: 'needed_line', trade: 'line', note: 'note' },
  contact: {
    name: 'needed_line',
    role: 'contact_role',
    organisation: 'line',
    hours_a_week: 'whole',
    email: 'email',
    phone: 'phone',
    note: 'note',
  },
  factor: { colour: 'colour', note: 'note', said_by: 'line', name: 'needed_line', question: 'note' },
  support: { fee: 'money', budget: 'money', paid_by: 'line', colleagues: 'note', neighbours: 'note' },
  next_action: { what: 'needed_line', who: 'line', due: 'day' },
} as const satisfies { [Kind in EntryKind]: Record<keyof Entries[Kind], FieldForm> }

export const placeKinds: readonly PlaceKind[] = ['business_park', 'company']
export const contactRoles: readonly ContactRole[] = [
  'contact_person',
  'park_manager',
  'process_director',
  'owner',
  'other',
]
export const colours: readonly Colour[] = ['green', 'amber', 'red', 'open']

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

const firstChoice: Partial<Record<FieldForm, Value>> = {
  place_kind: 'company',
  contact_role: 'contact_person',
  colour: 'open',
  money: 0,
  whole: 0,
}

/** An entry with nothing in it yet. */
export function emptyEntry<Kind extends EntryKind>(kind: Kind): EntryOf<Kind> {
  const entry: Record<string, Value> = { kind }
  for (const field of fieldNames(kind)) entry[field] = firstChoice[formOf(kind, field)] ?? ''
  return entry as unknown as EntryOf<Kind>
}

/** What a field shows of a value. */
export function textOf(form: FieldForm, value: Value, language: string): string {
  if (form === 'money') return value === 0 ? '' : amountText(value as number, language)
  if (form === 'whole')
    return value === 0 ? '' : (value as number).toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB')
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
  const digits = text.replace(/\s/g, '').replace(/[.,](?=\d{3}(\D|$))/g, '')
  if (digits === '') return { value: 0 }
  if (/^[-−–]/.test(digits)) return { wrong: 'negative' }
  if (!/^\d+$/.test(digits)) return { wrong: 'not_whole' }
  return digits.length > 8 ? { wrong: 'too_large' } : { value: Number(digits) }
}
