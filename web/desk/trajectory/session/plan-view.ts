import type { NewSession, Template } from '../../../shared/http.ts'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { type FormErrors, newSessionView } from '../../new-session-view.ts'
import { type Dossier, all, first } from '../dossier-view.ts'
import { moneyText } from '../money-view.ts'

type Plan = EntryOf<'session_plan'>

export const keptDays = 365

/** Whether a template has the rounds for what a plan is for. */
export function fitsPurpose(template: Template, purpose: Plan['purpose']): boolean {
  const has = (kind: Template['rounds'][number]['kind']) =>
    template.rounds.some((round) => round.kind === kind)
  if (purpose === 'ideas') return !has('assess') && !has('choose')
  return has('assess') && has('choose') === (purpose === 'choice')
}

/** A template keeps its name over the languages; the agenda that a plan names, in the language of the session. */
export function templateOf(plan: Plan, templates: readonly Template[]): Template | undefined {
  return templates.find(({ id, language }) => id === plan.template_id && language === plan.language)
}

/** What a session takes along of its dossier besides what it is about: the money there is, in its own words, and a site plan. */
export function goesAlong(
  shown: Dossier,
  { language, purpose }: Plan,
): { readonly money: string; readonly sitePlan: boolean } {
  const budget = first(shown, 'support')?.entry.budget ?? 0
  return {
    money: budget > 0 ? moneyText(budget, language) : '',
    sitePlan: purpose === 'ideas' && all(shown, 'site_plan').length > 0,
  }
}

/** What the live session is made with; what lacks, when it cannot be. */
export function sessionOf(
  plan: Plan,
  templates: readonly Template[],
  seatsMax: number,
  /** `money`: what the dossier knows of it comes before what the agenda says. */
  defaults: { readonly question: string; readonly within: string; readonly money: string },
): { readonly body?: NewSession; readonly errors: FormErrors } {
  const template = templateOf(plan, templates)
  const { body, errors } = newSessionView(
    {
      language: plan.language,
      template: plan.template_id,
      title: plan.name,
      question: template?.question || defaults.question,
      within: template?.within || defaults.within,
      money: defaults.money || template?.money || '',
      place: plan.location,
      host: plan.host,
      controller: plan.controller,
      days: String(plan.kept_days || keptDays),
      seats: String(Math.min(plan.seats || seatsMax, seatsMax)),
    },
    templates,
    seatsMax,
  )
  return { ...(body ? { body } : {}), errors }
}

/** Fields of the plan in which what is wrong with the session can be mended. */
const planFields: Readonly<Record<string, string>> = {
  title: 'name',
  place: 'location',
  host: 'host',
  controller: 'controller',
  days: 'kept_days',
  seats: 'seats',
}
export function fieldToMend(errors: FormErrors): string | undefined {
  return Object.keys(errors)
    .map((name) => planFields[name])
    .find((field) => field !== undefined)
}
