import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { useMatches } from '../choice/use-matches.ts'
import type { OpenDossier } from '../dossier.ts'
import type { Dossier, OneOf } from '../dossier-view.ts'
import { putDown } from '../opening/propose.ts'
import { chosenIdeas, tasksOfRoute } from './route-view.ts'

interface Props {
  dossier: OpenDossier
  shown: Dossier
}

/** Whether there is an example decides how the plan begins: a concept of IVN, one of others, or a plan of their own. */
export function PlanRoute({ dossier, shown }: Props) {
  const ideas = chosenIdeas(shown)
  if (ideas.length === 0) return null
  return (
    <div class="plan-route">
      {ideas.map((idea) => (
        <RouteOf key={idea.id} dossier={dossier} shown={shown} idea={idea} whole={ideas[0] ?? idea} />
      ))}
    </div>
  )
}

function RouteOf(props: Props & { idea: OneOf<'idea'>; whole: OneOf<'idea'> }) {
  const { dossier, shown, idea, whole } = props
  const [busy, setBusy] = useState(false)
  const { matches } = useMatches(dossier.id, idea)
  const { route, name, concept_id } = idea.entry
  const known = Array.isArray(matches) ? matches.find(({ id }) => id === concept_id) : undefined
  const concept = (known && (language.value === 'nl' ? known.name_nl : known.name_en)) ?? concept_id
  const tasks = tasksOfRoute(shown, idea, known, (task) => t(`route.task_${task}`, { idea: name, concept }))
  const add = async () => {
    setBusy(true)
    await putDown(dossier, tasks)
    setBusy(false)
  }
  return (
    <div>
      <p>
        {idea === whole
          ? t(`route.${route}`, { idea: name, concept })
          : t(`route.part_${route}`, { idea: name, concept, whole: whole.entry.name })}
      </p>
      {tasks.length > 0 && (
        <Button icon="plus" busy={busy} onClick={() => void add()}>
          {t('route.add_tasks', { n: tasks.length })}
        </Button>
      )}
    </div>
  )
}
