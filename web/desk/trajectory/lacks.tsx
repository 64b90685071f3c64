import { t } from '../../text/desk.ts'
import type { Missing } from '../../shared/trajectory.ts'
import type { Dossier } from './dossier-view.ts'
import { focusEntry } from './focus-entry.ts'
import { lackLines, placeOf } from './lack-view.ts'

/** What is missing, each a way to where it is filled in. */
export function Lacks({ shown, missing }: { shown: Dossier; missing: readonly Missing[] }) {
  return (
    <ul class="missing">
      {lackLines(shown, missing).map(({ lack, n, name }) => {
        const { form, field } = placeOf(lack)
        return (
          <li key={`${lack.what}-${lack.entry}`}>
            <button type="button" class="link-button" onClick={() => focusEntry(form, field)}>
              {t(`lack.${lack.what}`, { n, name })}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
