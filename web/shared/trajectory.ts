// Trajectories as the server tells them and is asked about them; server/wire/trajectory.h is the other side.

export type Step = 'green_date' | 'session' | 'choice' | 'plan' | 'opening'
export type Outcome = 'running' | 'no_match' | 'stopped' | 'finished'
export type PlaceKind = 'company' | 'business_park'
export type ContactRole = 'contact_person' | 'park_manager' | 'process_director' | 'owner' | 'other'
export type Colour = 'open' | 'green' | 'amber' | 'red'

/** What a dossier is made of. Amounts are cents, days are as 2026-11-27, 0 and empty are "not known yet". */
export interface Entries {
  place: {
    name: string
    sort: PlaceKind
    address: string
    municipality: string
    funder: string
    about: string
    area_m2: number
  }
  company: { name: string; trade: string; note: string }
  contact: {
    name: string
    role: ContactRole
    organisation: string
    email: string
    phone: string
    note: string
    hours_a_week: number
  }
  factor: { name: string; question: string; colour: Colour; note: string; said_by: string }
  support: { fee: number; budget: number; paid_by: string; colleagues: string; neighbours: string }
  next_action: { what: string; who: string; due: string }
}
export type EntryKind = keyof Entries
type Named = { [Kind in EntryKind]: { kind: Kind } & Entries[Kind] }
export type EntryOf<Kind extends EntryKind> = Named[Kind]
export type Entry = EntryOf<EntryKind>

export interface ListedEntry {
  id: number
  version: number
  at: number
  by: number
  entry: Entry
}

export interface Progress {
  step: Step
  outcome: Outcome
  reason: string
  refund: number
}

export type Lack =
  | 'place_name'
  | 'contact_person'
  | 'hours'
  | 'park_manager'
  | 'second_company'
  | 'factor'
  | 'budget'
  | 'communication'

export interface Missing {
  what: Lack
  /** Which one, when it is one of several; else 0. */
  entry: number
}

export interface HappenedLine {
  version: number
  at: number
  by: number
  event: 'entry_set' | 'entry_erased' | 'progress_set' | 'facilitator_set' | 'archived_set'
  kind: EntryKind | ''
  name: string
  entry: number
  added: boolean
  removed: boolean
  /** It took another one back. */
  undone: boolean
  can_undo: boolean
}

export interface OrganiserName {
  id: number
  name: string
}

/** A whole trajectory, or only what was set and taken away after the version that was asked about. */
export interface TrajectoryAnswer {
  id: string
  version: number
  whole: boolean
  created_at: number
  progress: Progress
  facilitator: string
  archived: boolean
  missing: Missing[]
  organisers: OrganiserName[]
  entries: ListedEntry[]
  gone: number[]
  happened: HappenedLine[]
}

export interface TrajectorySummary {
  id: string
  version: number
  created_at: number
  changed_at: number
  step: Step
  outcome: Outcome
  is_archived: boolean
  facilitator: string
  place: string
  municipality: string
  funder: string
  next_what: string
  next_who: string
  sort: PlaceKind
  next_due: string
  area_m2: number
  companies: number
  green: number
  factors: number
  budget: number
  refund: number
}

export interface NewTrajectory {
  /** 32 hex digits, chosen here: a repeat is no second one. */
  key: string
  language: 'nl' | 'en'
  place: EntryOf<'place'>
}

/** What a desk asks of a trajectory, by name. */
export interface DeskCommands {
  put_entry: { id: number; was: Entry | null; now: Entry }
  remove_entry: { id: number; was: Entry }
  /** Of a person: in all its versions and for good. */
  erase_entry: { id: number }
  open_step: { step: Step; reason: string }
  reopen_step: { step: Step; reason: string }
  end_trajectory: { outcome: Outcome; reason: string; refund: number }
  hand_over: { to: string }
  archive: { archived: boolean }
  undo_event: { version: number }
}
export type DeskCommand = {
  [Op in keyof DeskCommands]: { key: string; op: Op; args: DeskCommands[Op] }
}[keyof DeskCommands]
