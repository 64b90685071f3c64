import { t } from '../../text/desk.ts'
import type { Missing } from '../../shared/trajectory.ts'
import type { Dossier } from './dossier-view.ts'
import { focusEntry } from './focus-entry.ts'
import { nameOf, placeOf } from './lack-view.ts'

/** What is missing, each a way to where it is filled in. */
export function Lacks({ shown, missing }: { shown: Dossier; missing: readonly Missing[] }) {
  return (
    <ul class="missing">
      {missing.map((lack) => {
        const { form, field } = placeOf(lack)
        return (
          <li key={`${lack.what}-${lack.entry}`}>
            <button type="button" class="link-button" onClick={() => focusEntry(form, field)}>
              {t(`lack.${lack.what}`, { name: nameOf(shown, lack) })}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
