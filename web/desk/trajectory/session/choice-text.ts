import type { EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import type { Dossier } from '../dossier-view.ts'

/** What was chosen, how and why, on one line. */
export function choiceText(shown: Dossier, choice: EntryOf<'choice'> | undefined): string {
  if (!choice || choice.outcome === 'open') return t('kept.not_chosen')
  const ideas = choice.combined_with ? [choice.idea, choice.combined_with] : [choice.idea]
  const what = choice.outcome === 'none' ? t('choice.none_chosen') : ideas.map((id) => ideaName(shown, id)).join(' + ')
  return [what, t(`method.${choice.method}`), choice.reason === '-' ? '' : choice.reason].filter(Boolean).join(' · ')
}

export function ideaName(shown: Dossier, id: number): string {
  const idea = shown.entries.get(id)?.entry
  return idea?.kind === 'idea' ? idea.name : t('kept.empty')
}
