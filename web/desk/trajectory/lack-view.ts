import type { Missing } from '../../shared/trajectory.ts'
import { type Dossier, sessionNameOf } from './dossier-view.ts'

/** Where what is missing is filled in: the form and its field. */
export function placeOf(missing: Missing): { readonly form: string; readonly field: string } {
  switch (missing.what) {
    case 'place_name':
      return { form: 'place', field: 'name' }
    case 'contact_person':
    case 'park_manager':
      return { form: 'new-contact', field: 'name' }
    case 'hours':
      return { form: `entry-${missing.entry}`, field: 'hours_a_week' }
    case 'second_company':
      return { form: 'new-company', field: 'name' }
    case 'factor':
      return { form: `entry-${missing.entry}`, field: 'colour' }
    case 'factor_gone':
      return { form: 'happened', field: '' }
    case 'budget':
      return { form: 'support', field: 'budget' }
    case 'communication':
      return { form: 'support', field: 'colleagues' }
    case 'opening_day':
      return { form: 'opening_party', field: 'held_on' }
    case 'opening_task':
      return { form: `entry-${missing.entry}`, field: 'who' }
    case 'measured':
      return { form: 'opening_measured', field: 'area_m2' }
    case 'thanks':
      return { form: 'new-thanks', field: 'name' }
    case 'upkeep':
      return { form: 'new-upkeep', field: 'what' }
    case 'upkeep_function':
      return { form: `entry-${missing.entry}`, field: 'function' }
    case 'session_held':
      return missing.entry
        ? { form: `entry-${missing.entry}`, field: 'held_on' }
        : { form: 'new-session_plan', field: 'name' }
    case 'first_ideas':
      return { form: 'new-idea', field: 'name' }
    case 'fact_finding':
      return { form: `entry-${missing.entry}`, field: 'state' }
    case 'who_decides':
      return { form: 'new-decider', field: 'who' }
    case 'chosen_gone':
      return { form: 'step-choice', field: '' }
    case 'route':
      return { form: `matches-${missing.entry}`, field: '' }
    case 'one_choice':
    case 'mark':
      return { form: 'choice', field: missing.what }
    case 'goal':
      return { form: 'plan', field: 'goal_note' }
    case 'spot':
      return { form: 'plan', field: 'spot' }
    case 'cost':
      return { form: 'new-cost', field: 'what' }
    case 'cost_basis':
      return { form: `entry-${missing.entry}`, field: 'basis' }
    case 'cover':
      return { form: 'new-cover', field: 'what' }
    case 'planning':
      return { form: 'new-activity', field: 'what' }
    case 'task_owner':
      return { form: `entry-${missing.entry}`, field: 'who' }
    case 'permit':
      return { form: `entry-${missing.entry}`, field: 'state' }
    case 'working_group':
      return { form: 'new-working_group', field: 'name' }
    case 'owner_of_ground':
    case 'maintainer':
    case 'frequency':
      return { form: 'agreement', field: missing.what }
    case 'agreement_end':
    case 'agreement_over':
    case 'agreement_short':
      return { form: 'agreement', field: 'ends_on' }
    case 'ownership_confirmed':
      return { form: 'new-confirm_ownership', field: 'name' }
    case 'upkeep_confirmed':
      return { form: 'new-confirm_upkeep', field: 'name' }
    case 'plan_ready':
      return { form: 'plan-ready', field: '' }
  }
}

/** One line of what is missing: of an idea all that has to be found out is one. */
export interface LackLine {
  readonly lack: Missing
  readonly n: number
  readonly name: string
}
export function lackLines(dossier: Dossier, missing: readonly Missing[]): LackLine[] {
  const ideaOf = (lack: Missing) => {
    const task = lack.what === 'fact_finding' ? dossier.entries.get(lack.entry)?.entry : undefined
    return task?.kind === 'task' ? task.idea : 0
  }
  return missing
    .filter((lack, at) => !ideaOf(lack) || missing.findIndex((other) => ideaOf(other) === ideaOf(lack)) === at)
    .map((lack) => {
      const idea = dossier.entries.get(ideaOf(lack))?.entry
      return idea?.kind === 'idea'
        ? {
            lack,
            n: missing.filter((other) => ideaOf(other) === ideaOf(lack)).length,
            name: [idea.name, sessionNameOf(dossier, idea.session)].filter(Boolean).join(', '),
          }
        : { lack, n: 1, name: nameOf(dossier, lack) }
    })
}

/** The name of the entry that it is about, when it is about one. */
export function nameOf(dossier: Dossier, missing: Missing): string {
  const entry = dossier.entries.get(missing.entry)?.entry
  if (!entry) return ''
  return 'name' in entry ? entry.name : 'what' in entry ? entry.what : ''
}
