import { useSignal } from '@preact/signals'
import { t } from '../../text/later-stages.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { Room } from '../room.ts'
import { refusalText } from '../say.ts'
import { commitView } from './commit-view.ts'

/** Whether this person may be named in reports: said and taken back at any time, also after the end. Without a name there is nothing to ask. */
export function NameConsent({ room }: { room: Room }) {
  const problem = useSignal<string | undefined>(undefined)
  const name = room.records.one('me').value?.name
  const view = commitView(room)
  if (!name) return null
  return (
    <section class="commit-contact stack">
      <h2>{t('naming.title')}</h2>
      <Checkbox
        label={t('naming.yes', { name })}
        checked={view.mayBeNamed}
        onChange={(yes) => {
          problem.value = undefined
          void view.setNamed(yes).then((outcome) => {
            problem.value = refusalText(outcome)
          })
        }}
      />
      <p class="quiet">{t('naming.body')}</p>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
    </section>
  )
}
