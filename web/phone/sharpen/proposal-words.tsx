import type { ProposalRecord } from '../../shared/generated/record.ts'
import { t } from '../../text/later-stages.ts'
import { Icon } from '../../ui/draw/icon.tsx'
import { type Misfit, misfitsOf } from '../groups.ts'
import { RoomWords } from '../room-words.tsx'
import './proposal.css'

/** A proposal to read: what it says beyond its title, and what it does not fit in. */
export function ProposalWords({ proposal, title = '' }: { proposal: ProposalRecord; title?: string }) {
  const { what, where, whom } = proposal
  return (
    <div class="proposal">
      {what !== '' && what !== title && (
        <p>
          <RoomWords>{what}</RoomWords>
        </p>
      )}
      {where !== '' && (
        <p>
          <b>{t('sharpen.where')}</b> <RoomWords>{where}</RoomWords>
        </p>
      )}
      {whom !== '' && (
        <p>
          <b>{t('sharpen.whom')}</b> <RoomWords>{whom}</RoomWords>
        </p>
      )}
      {misfitsOf(proposal).map((misfit) => (
        <MisfitMark key={misfit} misfit={misfit} />
      ))}
    </div>
  )
}

export function MisfitMark({ misfit }: { misfit: Misfit }) {
  return (
    <p class="misfit">
      <Icon name={misfit === 'time' ? 'clock' : 'euro'} size="1.25rem" />
      <span>{t(misfit === 'time' ? 'sharpen.not_in_time' : 'sharpen.not_in_money')}</span>
    </p>
  )
}
