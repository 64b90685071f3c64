import { t } from '../text/console.ts'
import { IconButton } from '../ui/icon-button.tsx'
import type { VoteView } from './vote-view.ts'

type Rules = Extract<VoteView, { state: 'open' }>['rules']

/** How many votes: settable until the first one is cast (`fixed`), and never in a run-off. */
export function RulesPanel({ rules, fixed }: { rules: Rules; fixed: boolean }) {
  const { perPerson, perCandidate, set } = rules
  if (!set) {
    return (
      <p>
        {rules.line} {fixed && <span class="panel-hint">{t('vote.rules_fixed')}</span>}
      </p>
    )
  }
  return (
    <fieldset class="rules">
      <legend class="visually-hidden">{t('vote.rules')}</legend>
      <Stepper
        what={t('vote.per_person')}
        value={perPerson}
        {...(perPerson > 1 ? { less: () => set(perPerson - 1, Math.min(perCandidate, perPerson - 1)) } : {})}
        {...(perPerson < 30 ? { more: () => set(perPerson + 1, perCandidate) } : {})}
      />
      <Stepper
        what={t('vote.per_candidate')}
        value={perCandidate}
        {...(perCandidate > 1 ? { less: () => set(perPerson, perCandidate - 1) } : {})}
        {...(perCandidate < perPerson ? { more: () => set(perPerson, perCandidate + 1) } : {})}
      />
    </fieldset>
  )
}

function Stepper(props: { what: string; value: number; less?: () => void; more?: () => void }) {
  const { what, value, less, more } = props
  return (
    <div class="stepper">
      <span class="stepper-what">{what}</span>
      <IconButton icon="minus" label={t('vote.fewer', { what })} disabled={!less} onClick={less} />
      <b class="even-figures">{value}</b>
      <IconButton icon="plus" label={t('vote.more', { what })} disabled={!more} onClick={more} />
    </div>
  )
}
