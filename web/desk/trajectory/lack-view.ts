import type { Missing } from '../../shared/trajectory.ts'
import type { Dossier } from './dossier-view.ts'

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
    case 'one_choice':
    case 'mark':
    case 'route':
      return { form: 'choice', field: missing.what }
  }
}

/** The name of the entry that it is about, when it is about one. */
export function nameOf(dossier: Dossier, missing: Missing): string {
  const entry = dossier.entries.get(missing.entry)?.entry
  if (!entry) return ''
  return 'name' in entry ? entry.name : 'what' in entry ? entry.what : ''
}
