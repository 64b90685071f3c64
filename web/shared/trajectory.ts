// Trajectories as the server tells them and is asked about them; server/wire/trajectory.h is the other side.

export type Step = 'green_date' | 'session' | 'choice' | 'plan' | 'opening'
export type Outcome = 'running' | 'no_match' | 'stopped' | 'finished'
export type PlaceKind = 'company' | 'business_park'
export type ContactRole = 'contact_person' | 'park_manager' | 'process_director' | 'owner' | 'other'
export type Colour = 'open' | 'green' | 'amber' | 'red'

export type Consent = 'not_asked' | 'asked' | 'accepted' | 'declined'
export type SessionLanguage = 'nl' | 'en'
export type SessionPurpose = 'ideas' | 'choice' | 'green_date'
export type Route = 'undecided' | 'ivn_concept' | 'other_concept' | 'own_plan'
export type CommitmentRole = 'lead' | 'help' | 'think' | 'arrange' | 'check_first' | 'informed'
export type TaskTopic =
  | 'owner_of_ground'
  | 'cables'
  | 'cost'
  | 'call'
  | 'permit'
  | 'planting'
  | 'opening'
  | 'other'
export type TaskState = 'open' | 'busy' | 'done'
export type DecisionMaker = 'group_consent' | 'group_vote' | 'client'
export type ChoiceOutcome = 'open' | 'chosen' | 'none'
export type ChoiceMethod = 'consent' | 'vote' | 'run_off' | 'draw' | 'decision'
export type CoverState = 'hoped' | 'promised' | 'received'
export type ActivitySort =
  | 'preparing'
  | 'groundwork'
  | 'planting_bare_root'
  | 'planting_pot'
  | 'sowing'
  | 'building'
  | 'upkeep'
  | 'other'
export type Level = 'low' | 'medium' | 'high'
export type PermitState = 'to_find_out' | 'not_needed' | 'to_ask' | 'asked' | 'granted' | 'refused'
export type Confirms = 'ownership' | 'upkeep' | 'working_group'
export type PhotoMoment = 'before' | 'during' | 'after'

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
    may_be_named: boolean
  }
  factor: { name: string; question: string; colour: Colour; note: string; said_by: string }
  support: { fee: number; budget: number; paid_by: string; colleagues: string; neighbours: string }
  next_action: { what: string; who: string; due: string }
  session_plan: {
    name: string
    purpose: SessionPurpose
    held_on: string
    starts_at: string
    ends_at: string
    location: string
    invitation: string
    template_id: string
    language: SessionLanguage
    host: string
    controller: string
    seats: number
    kept_days: number
    session: string
    session_version: number
    taken_note: string
    session_erased: boolean
    kept_note: string
    kept_said: string
  }
  idea: {
    name: string
    about: string
    letter: string
    place: number
    votes: number
    hands: number
    missing_note: string
    note: string
    session: string
    number: number
    route: Route
    concept_id: string
  }
  commitment: {
    name: string
    idea: number
    role: CommitmentRole
    organisation: string
    email: string
    phone: string
    said_note: string
    note: string
    called: boolean
    session: string
    number: number
    may_be_named: boolean
  }
  task: {
    what: string
    who: string
    due: string
    state: TaskState
    topic: TaskTopic
    idea: number
    note: string
  }
  decider: {
    who: DecisionMaker
    agreed_on: string
    note: string
  }
  criterion: {
    name: string
    question: string
    weight: number
    live: boolean
  }
  mark: {
    idea: number
    criterion: number
    colour: Colour
    summary: string
    note: string
    source: string
    said_by: string
    group_tenths: number
    group_answers: number
  }
  choice: {
    outcome: ChoiceOutcome
    idea: number
    combined_with: number
    reason: string
    method: ChoiceMethod
    concerns: string
    decided_by: string
    decided_on: string
    reopen_note: string
  }
  plan: {
    goal_note: string
    spot: string
    area_m2: number
    trees: number
    tiles_out: number
    starts_on: string
    ends_on: string
    contingency_percent: number
  }
  plan_version: {
    number: number
    seen: number
    note: string
  }
  calendar_feed: {
    name: string
    token_hash: string
    withdrawn: boolean
  }
  cost: {
    what: string
    amount: number
    in_kind: boolean
    hours: number
    basis: string
  }
  cover: {
    what: string
    amount: number
    state: CoverState
    who: string
    note: string
  }
  activity: {
    what: string
    sort: ActivitySort
    starts_on: string
    ends_on: string
    who: string
    note: string
  }
  risk: {
    what: string
    chance: Level
    effect: Level
    measure_note: string
    who: string
  }
  permit: {
    what: string
    authority: string
    state: PermitState
    due: string
    note: string
  }
  agreement: {
    owner_of_ground: string
    maintainer: string
    frequency: string
    ends_on: string
    ownership_note: string
    upkeep_note: string
  }
  confirmation: {
    name: string
    email: string
    what_for: Confirms
    commitment: number
    token_hash: string
    withdrawn: boolean
    asked_on: string
    answer: Consent
    answered_on: string
    letter: string
    reply_note: string
    terms_note: string
    may_be_named: boolean
  }
  opening: {
    held_on: string
    starts_at: string
    ends_at: string
    location: string
    invitation: string
    area_m2: number
    trees: number
    tiles_out: number
    people: number
    story_public: boolean
    story_title: string
    story: string
  }
  letter: {
    confirmation: number
    description: string
  }
  site_plan: {
    description: string
  }
  photo: {
    moment: PhotoMoment
    description: string
    taken_on: string
    in_story: boolean
    /** The photo of before that it lies on; 0: the next one that is left. */
    beside: number
  }
  thanks: {
    name: string
    what_for: string
    thanked: boolean
    in_story: boolean
  }
  upkeep: {
    what: string
    every_months: number
    starts_on: string
    ends_on: string
    function: string
    email: string
    /** The last turn that was done. */
    done_on: string
  }
  neighbour: {
    name: string
    email: string
    phone: string
    note: string
    came_on: string
  }
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

/** Why a step is open; empty where there is nothing to say. */
export interface StepReasons {
  step: Step
  /** Why it opened while something was still missing. */
  opened: string
  /** Why it was opened again; until the next step opens. */
  reopened: string
}

export type Lack =
  | 'place_name'
  | 'contact_person'
  | 'hours'
  | 'park_manager'
  | 'second_company'
  | 'factor'
  | 'factor_gone'
  | 'budget'
  | 'communication'
  | 'opening_day'
  | 'opening_task'
  | 'measured'
  | 'thanks'
  | 'upkeep'
  | 'upkeep_function'
  | 'session_held'
  | 'first_ideas'
  | 'fact_finding'
  | 'who_decides'
  | 'chosen_gone'
  | 'one_choice'
  | 'mark'
  | 'route'
  | 'goal'
  | 'spot'
  | 'cost'
  | 'cost_basis'
  | 'cover'
  | 'planning'
  | 'task_owner'
  | 'permit'
  | 'working_group'
  | 'owner_of_ground'
  | 'maintainer'
  | 'frequency'
  | 'agreement_end'
  | 'agreement_over'
  | 'agreement_short'
  | 'ownership_confirmed'
  | 'upkeep_confirmed'
  | 'plan_ready'

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
  /** A person who was taken away: can still be erased for good. */
  can_erase: boolean
  /** The server took it from a session. */
  by_itself: boolean
  /** What an idea, mark, factor, choice or commitment was then, when the server changed or took it. */
  was: Entry | null
  /** Of a choice: what it became. */
  outcome: ChoiceOutcome | ''
  /** Of a change of the step or the end; what came with a file has the same twice. */
  progress: { was: Progress; now: Progress } | null
}

export interface OrganiserName {
  id: number
  name: string
}

export interface AboutFactor {
  id: number
  of_approach: boolean
  noted_at: number
  noted_by: number
}

/** A whole trajectory, or only what was set and taken away after the version that was asked about. */
export interface TrajectoryAnswer {
  id: string
  /** Of the server since its start: another one may have an older disk. */
  run: string
  version: number
  whole: boolean
  created_at: number
  progress: Progress
  /** Of the steps that have a reason. */
  reasons: StepReasons[]
  facilitator: string
  archived: boolean
  missing: Missing[]
  /** What a desk proposes as the next action. */
  next: NextDated
  /** What stands in the way of a ready plan, and as which version it is ready: 0 when it is not, or changed since. */
  /** `other_terms`: who said yes to terms that are not those of now; `letter_gone`: whose yes stood on an attached letter that is not here. */
  plan: { missing: Missing[]; ready_as: number; other_terms: number[]; letter_gone: number[] }
  /** Of each factor: whether it is one of the approach, which stays, and when and by whom what it says was put down. */
  factors: AboutFactor[]
  /** Of the server, as others reach it. */
  public_url: string
  organisers: OrganiserName[]
  entries: ListedEntry[]
  gone: number[]
  /** Can be put back; of these, persons can also be erased. */
  taken_away: number[]
  people_taken_away: number[]
  happened: HappenedLine[]
}

/** What a session says by now in a field in which a desk's words have stayed: the entry with that in place of them. */
export interface KeptWords {
  /** 0: a choice that is not there yet. */
  entry: number
  field: string
  said: Entry
}

/** A concept of the catalogue that an idea is like. */
export interface ConceptMatch {
  id: string
  name_nl: string
  name_en: string
  description_nl: string
  /** One of the approach's own. */
  ivn: boolean
  /** Of the idea; empty for one that was chosen without any. */
  words: string[]
  /** The least and the most; 0 where there is nothing to say. */
  area_m2: [number, number]
  cost_eur: [number, number]
  months: [number, number]
  within_one_year_nl: string
  season_nl: string
  upkeep_nl: string
  unit_cost_nl: string
  check_first_nl: string
  /** Of the figures: a source, partly one, or an estimate. */
  basis: 'S' | 'M' | 'E'
  /** Where they were read; empty: nowhere. */
  sources: string
  effects: { heat: number; water: number; nature: number; meeting: number; health: number }
}

/** Where what is next comes from. */
export type NextKind =
  | 'nothing'
  | 'by_hand'
  | 'session'
  | 'opening'
  | 'permit'
  | 'fact_finding'
  | 'task'
  | 'upkeep'

/** The first thing of a dossier that has a day and is open. */
export interface NextDated {
  kind: NextKind
  what: string
  who: string
  due: string
  entry: number
}

export interface TrajectorySummary {
  id: string
  /** The key of the command that made it. */
  made_with: string
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
  /** Written by hand, else the first thing of the dossier that has a day and is open; of an opening without words. */
  next_what: string
  next_who: string
  sort: PlaceKind
  next_due: string
  next_kind: NextKind
  /** Of what was written by hand and what the dossier knows that of the earlier day; empty when neither has one. */
  first_kind: NextKind
  first_what: string
  first_due: string
  area_m2: number
  companies: number
  green: number
  factors: number
  budget: number
  refund: number
  /** Measured at the opening. */
  trees: number
  people: number
  measured_m2: number
  /** As the plan says. */
  planned_trees: number
  /** People who said that they do something. */
  joined: number
}

/** Places out of a spreadsheet: each is made by itself under its key. */
export interface ImportedPlaces {
  language: 'nl' | 'en'
  /** `double`: wanted although one of this name is there. */
  places: { key: string; facilitator: string; place: EntryOf<'place'>; double?: boolean }[]
}
/** What became of each, in their order. */
export interface ImportedAnswer {
  places: ({ id: string } | { error: string; field: string })[]
}

/** A whole trajectory as it stands in a file; one that came from elsewhere is looked at by the server. */
export interface DossierFile {
  id: string
  created_at: number
  changed_at: number
  progress: Progress
  facilitator: string
  archived: boolean
  /** Those that a desk added: the others are of the approach. */
  added_factors: number[]
  entries: { id: number; at: number; entry: Entry }[]
}

/** What changed in the list after the mark that was asked with. */
export interface TrajectoriesAnswer {
  /** To ask with next. */
  list: string
  whole: boolean
  /** There is more after this mark. */
  more: boolean
  gone: string[]
  organisers: OrganiserName[]
  trajectories: TrajectorySummary[]
}

export interface NewTrajectory {
  /** 32 hex digits, chosen here: a repeat is no second one. */
  key: string
  language: 'nl' | 'en'
  place: EntryOf<'place'>
}

/** A next round for the same place. */
export interface NextRound {
  language: 'nl' | 'en'
  /** Of those that were not chosen. */
  ideas: number[]
  with_people: boolean
}

/** What the page behind a personal link shows. */
export interface LinkQuestion {
  place: string
  asked_by: string
  name: string
  what_for: Confirms
  goal: string
  spot: string
  owner_of_ground: string
  maintainer: string
  frequency: string
  ends_on: string
  plan_ends_on: string
  asked_on: string
  ownership_note: string
  upkeep_note: string
  answer: Consent
  answered_on: string
  reply_note: string
  /** Goes along with the answer, as what it was an answer to. */
  terms: string
  /** What was agreed is no longer what they answered to. */
  changed_since: boolean
}
export interface LinkReply {
  key: string
  trajectory: string
  secret: string
  answer: 'accepted' | 'declined'
  reply_note: string
  seen: string
}

/** What a desk asks of a trajectory, by name. */
export interface DeskCommands {
  /**
   * Without `was` one that was taken away is put back under its number. `said`: it is what the session says, and goes along with that
   * from now on.
   */
  put_entry: { id: number; was: Entry | null; now: Entry; said?: boolean }
  remove_entry: { id: number; was: Entry }
  /** Of a person: in all its versions and for good. */
  erase_entry: { id: number }
  open_step: { step: Step; reason: string }
  reopen_step: { step: Step; reason: string }
  end_trajectory: { outcome: Outcome; reason: string; refund: number }
  hand_over: { to: string; was: string }
  archive: { archived: boolean }
  undo_event: { version: number }
  /** The server keeps only a hash of the secret. */
  make_link: { id: number; secret: string }
  withdraw_link: { id: number }
}
export type DeskCommand = {
  [Op in keyof DeskCommands]: { key: string; op: Op; args: DeskCommands[Op] }
}[keyof DeskCommands]
