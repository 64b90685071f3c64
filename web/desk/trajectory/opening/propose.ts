import { announce } from '../../../ui/announcer.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { Entry } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import type { OpenDossier } from '../dossier.ts'
import { faultText } from '../fault-text.ts'

/** Puts down what was proposed, one after the other, until one is refused. */
export async function putDown(dossier: OpenDossier, entries: readonly Entry[]): Promise<void> {
  for (const now of entries) {
    const done = await dossier.command('put_entry', { id: 0, was: null, now })
    if (!done.ok) {
      showToast({ text: faultText(done.error) })
      return
    }
  }
  announce(t('opening.proposed', { n: entries.length }))
}
