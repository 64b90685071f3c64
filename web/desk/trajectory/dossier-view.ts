import type {
  AboutFactor,
  EntryKind,
  EntryOf,
  HappenedLine,
  ListedEntry,
  Missing,
  NextDated,
  OrganiserName,
  Progress,
  Step,
  StepReasons,
  TrajectoryAnswer,
} from '../../shared/trajectory.ts'

export const steps: readonly Step[] = ['green_date', 'session', 'choice', 'plan', 'opening']

/** A trajectory as this desk has it. */
export interface Dossier {
  readonly id: string
  readonly run: string
  readonly version: number
  readonly progress: Progress
  readonly reasons: readonly StepReasons[]
  readonly facilitator: string
  readonly archived: boolean
  readonly missing: readonly Missing[]
  readonly next: NextDated
  readonly plan: TrajectoryAnswer['plan']
  readonly factors: ReadonlyMap<number, AboutFactor>
  readonly publicUrl: string
  readonly organisers: readonly OrganiserName[]
  readonly entries: ReadonlyMap<number, ListedEntry>
  /** Ids of what was taken away and can be put back; of persons among them. */
  readonly takenAway: ReadonlySet<number>
  readonly peopleTakenAway: readonly number[]
  /** The newest first. */
  readonly happened: readonly HappenedLine[]
}

/** Whether a server that was started anew tells a part only: what it has before may be another past. */
export function isOfAnotherRun(before: Dossier | undefined, answer: TrajectoryAnswer): boolean {
  return before !== undefined && before.run !== answer.run && !answer.whole
}

/** A backup was put back: the server has less than this desk has seen. */
export function wentBack(before: Dossier | undefined, answer: TrajectoryAnswer): boolean {
  return before !== undefined && before.run !== answer.run && answer.version < before.version
}

/** Adds an answer of the server; one of the same run that is older than what is there changes nothing. */
export function withAnswer(before: Dossier | undefined, answer: TrajectoryAnswer): Dossier {
  if (before && before.run === answer.run && answer.version < before.version) return before
  const entries = new Map(answer.whole ? [] : before?.entries)
  for (const id of answer.gone) entries.delete(id)
  for (const one of answer.entries) entries.set(one.id, one)
  const { id, run, version, progress, reasons, facilitator, archived, missing, next, plan, factors, organisers } = answer
  return {
    id,
    run,
    version,
    progress,
    reasons,
    facilitator,
    archived,
    missing,
    next,
    plan,
    factors: new Map(factors.map((one) => [one.id, one])),
    publicUrl: answer.public_url,
    organisers,
    entries: new Map([...entries].sort(([a], [b]) => a - b)),
    takenAway: new Set(answer.taken_away),
    peopleTakenAway: answer.people_taken_away,
    happened: [...answer.happened].reverse(),
  }
}

export interface OneOf<Kind extends EntryKind> extends Omit<ListedEntry, 'entry'> {
  readonly entry: EntryOf<Kind>
}

/** All of a kind, in the order in which they were made. */
export function all<Kind extends EntryKind>(dossier: Dossier, kind: Kind): OneOf<Kind>[] {
  return [...dossier.entries.values()].filter((one) => one.entry.kind === kind) as OneOf<Kind>[]
}
export function first<Kind extends EntryKind>(dossier: Dossier, kind: Kind): OneOf<Kind> | undefined {
  return all(dossier, kind)[0]
}

export function organiserName(dossier: Dossier, id: number): string {
  return dossier.organisers.find((one) => one.id === id)?.name ?? ''
}

export function stepNumber(step: Step): number {
  return steps.indexOf(step) + 1
}
export function stepAfter(step: Step): Step | undefined {
  return steps[stepNumber(step)]
}

/** Why the step is open: empty where there is nothing to say. */
export function reasonsOf(dossier: Dossier, step: Step): StepReasons {
  return dossier.reasons.find((one) => one.step === step) ?? { step, opened: '', reopened: '' }
}

/** What the approach proposes to go back, or the whole fee when that is less. */
export function proposedRefund(fee: number, ofApproach: number): number {
  return Math.min(fee, ofApproach)
}

type PlannedSession = OneOf<'session_plan'>

/** The sessions for one purpose of which something came. */
export function heldFor(dossier: Dossier, purpose: EntryOf<'session_plan'>['purpose']): PlannedSession[] {
  return all(dossier, 'session_plan').filter(({ entry }) => entry.purpose === purpose && entry.session_version > 0)
}

/** Its name, with a number where others for the same purpose are called so too. */
export function planName(dossier: Dossier, plan: PlannedSession): string {
  const { name, purpose } = plan.entry
  const same = all(dossier, 'session_plan').filter(({ entry }) => entry.purpose === purpose && entry.name === name)
  return same.length > 1 ? `${name} (${same.findIndex(({ id }) => id === plan.id) + 1})` : name
}

/** From which meeting an idea came, where it came from one and there is more than one. */
export function sessionNameOf(dossier: Dossier, session: string): string {
  const plans = heldFor(dossier, 'ideas')
  const plan = plans.length > 1 && session !== '' && plans.find(({ entry }) => entry.session === session)
  return plan ? planName(dossier, plan) : ''
}
