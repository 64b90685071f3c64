import { useState } from 'preact/hooks'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'

/** Those of the approach; the group scores a few of them too, without weights. */
const proposals = {
  time: false,
  money: true,
  place: true,
  permit: false,
  upkeep: true,
  support: true,
  heat: false,
  water: false,
  nature: false,
  meeting: true,
  health: false,
} as const
type Proposal = keyof typeof proposals

function proposed(): EntryOf<'criterion'>[] {
  return Object.entries(proposals).map(([one, live]) => ({
    kind: 'criterion',
    name: t(`proposed.${one as Proposal}`),
    question: t(`proposed.${one as Proposal}_question`),
    weight: 1,
    live,
  }))
}

/** Adds the proposed criteria one after the other. One that another desk added meanwhile is there already. */
export async function addProposed(dossier: OpenDossier, shown: Dossier): Promise<void> {
  const there = new Set(all(shown, 'criterion').map(({ entry }) => entry.name))
  for (const now of proposed().filter(({ name }) => !there.has(name))) {
    const done = await dossier.command('put_entry', { id: 0, was: null, now })
    if (done.ok || done.error === 'already_there') continue
    showToast({ text: faultText(done.error) })
    return
  }
}

/** For a matrix without criteria: those of the approach stand ready. */
export function ProposedCriteria({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [busy, setBusy] = useState(false)
  if (all(shown, 'criterion').length > 0) return null
  const add = async () => {
    setBusy(true)
    await addProposed(dossier, shown)
    setBusy(false)
  }
  return (
    <div class="well matrix-empty">
      <p>{t('criterion.none')}</p>
      <Button kind="primary" icon="plus" busy={busy} onClick={() => void add()}>
        {t('criterion.add_proposed')}
      </Button>
    </div>
  )
}
