import { t } from '../../../text/desk.ts'
import { type Dossier, first, heldFor, type OneOf, planName } from '../dossier-view.ts'
import { choiceText } from '../session/choice-text.ts'
import { choiceIn, saidIn } from '../session/kept-view.ts'
import { useKept } from '../session/use-kept-words.ts'
import { groupText } from '../group-text.ts'
import type { MarkCell } from './choice-view.ts'

/** Where there was more than one session for the choice: which of them chose what stands here, and what the others chose. */
export function ChosenIn({ shown }: { shown: Dossier }) {
  const plans = heldFor(shown, 'choice')
  if (plans.length < 2) return null
  const choice = first(shown, 'choice')
  // Who wrote it last is nobody when it came by itself.
  const plan = choice?.by === 0 && choice.entry.outcome !== 'open' && saidIn(shown, 'choice', choice.id)
  return (
    <>
      {plan && <p class="choice-panel__how">{t('choice.from', { name: planName(shown, plan) })}</p>}
      {plans.map((one) => (
        <ChosenElsewhere key={one.id} shown={shown} plan={one} />
      ))}
    </>
  )
}

function ChosenElsewhere({ shown, plan }: { shown: Dossier; plan: OneOf<'session_plan'> }) {
  const said = choiceIn(useKept(shown, plan) ?? [])
  if (!said) return null
  return (
    <p class="choice-panel__elsewhere">
      {t('choice.elsewhere', { name: planName(shown, plan), what: choiceText(shown, said) })}
    </p>
  )
}

/** What the group gave, in which session where there was more than one, and what it gave in the others. */
export function GivenIn({ shown, mark }: { shown: Dossier; mark: MarkCell }) {
  const plans = heldFor(shown, 'choice')
  const plan = plans.length > 1 ? saidIn(shown, 'choice', mark.id) : undefined
  const given = groupText(mark.entry)
  return (
    <>
      {given && (
        <p class="even-figures">
          {plan ? t('mark.given_in', { name: planName(shown, plan), given }) : given}
        </p>
      )}
      {plans.map((one) => (
        <GivenElsewhere key={one.id} shown={shown} plan={one} mark={mark.id} />
      ))}
    </>
  )
}

function GivenElsewhere(props: { shown: Dossier; plan: OneOf<'session_plan'>; mark: number }) {
  const { shown, plan, mark } = props
  const said = useKept(shown, plan)?.find(({ entry }) => entry === mark)?.said
  const given = said?.kind === 'mark' && groupText(said)
  if (!given) return null
  return <p class="even-figures">{t('mark.given_in', { name: planName(shown, plan), given })}</p>
}
