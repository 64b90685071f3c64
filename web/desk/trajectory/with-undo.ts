import { t } from '../../text/desk.ts'
import { showToast, type Toast } from '../../ui/toast.tsx'
import type { OpenDossier } from './dossier.ts'
import { faultText } from './fault-text.ts'

/** What was done, with the way back: refused when somebody changed the same since. */
export function withUndo(dossier: OpenDossier, version: number, text: string): Toast {
  const undo = async () => {
    const done = await dossier.command('undo_event', { version })
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  return { text, action: { label: t('word.undo'), run: () => void undo() } }
}
