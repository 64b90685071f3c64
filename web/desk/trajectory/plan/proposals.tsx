import { useState } from 'preact/hooks'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { type Dossier, first } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { emptyEntry, formOf, textOf, valueIn } from '../fields-view.ts'
import { moneyText } from '../money-view.ts'
import type { FieldProposal, LineProposal } from './proposals-view.ts'

/** What earlier steps know of fields that are empty: one press puts it there, and nothing that somebody typed is written over. */
export function FieldProposals(props: {
  dossier: OpenDossier
  shown: Dossier
  kind: 'plan' | 'agreement'
  proposals: readonly FieldProposal[]
}) {
  const { dossier, shown, kind, proposals } = props
  const kept = first(shown, kind)?.entry ?? emptyEntry(kind)
  const drafts = dossier.forms.value.get(kind)?.drafts ?? {}
  const isEmpty = (field: string) => (drafts[field]?.text ?? textOf(formOf(kind, field), valueIn(kept, field), language.value)).trim() === ''
  const left = proposals.filter(({ field }) => isEmpty(field))
  const take = async (taken: readonly FieldProposal[]) => {
    for (const { field, text } of taken) dossier.type(kind, kind, dossier.single(kind), field, text)
    await dossier.save(kind)
    // What did not come through is said by the form.
    if (dossier.forms.value.get(kind)?.state === 'saved') announce(t('propose.taken'))
  }
  return (
    <Proposals
      lines={left.map((one) => ({
        key: one.field,
        label: t(`entry.${kind}.${one.field}` as 'entry.plan.spot'),
        said: formOf(kind, one.field) === 'whole' ? textOf('whole', Number(one.text), language.value) : one.text,
        from: one.from,
        take: () => take([one]),
      }))}
      all={() => take(left)}
    />
  )
}

/** The same for lines of money, where there is none yet. */
export function LineProposals<Kind extends 'cost' | 'cover'>(props: { dossier: OpenDossier; proposals: readonly LineProposal<Kind>[] }) {
  const { dossier, proposals } = props
  const take = async (now: EntryOf<Kind>) => {
    const done = await dossier.command('put_entry', { id: 0, was: null, now: now as EntryOf<'cost'> | EntryOf<'cover'> })
    if (!done.ok) return showToast({ text: faultText(done.error) })
    const { version } = done
    showToast({
      text: t('propose.taken_line', { what: now.what }),
      action: { label: t('word.undo'), run: () => void dossier.command('undo_event', { version }) },
    })
  }
  return (
    <Proposals
      lines={proposals.map(({ entry, from }) => ({
        key: JSON.stringify(entry),
        label: entry.what,
        said: [entry.amount > 0 && moneyText(entry.amount, language.value), 'basis' in entry && entry.basis].filter(Boolean).join(' · '),
        from,
        take: async () => void (await take(entry)),
      }))}
    />
  )
}

interface Line {
  readonly key: string
  readonly label: string
  readonly said: string
  readonly from: string
  readonly take: () => Promise<void>
}

function Proposals({ lines, all }: { lines: readonly Line[]; all?: () => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  if (lines.length === 0) return null
  const press = async (act: () => Promise<void>) => {
    setBusy(true)
    await act()
    setBusy(false)
  }
  return (
    <section class="proposals" aria-label={t('propose.title')}>
      <p class="proposals__lead">{t('propose.lead')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            <div>
              <h3>{line.label}</h3>
              <p class="proposals__said">{line.said}</p>
              <p class="proposals__from">{line.from}</p>
            </div>
            <Button busy={busy} aria-label={t('propose.take_what', { what: line.label })} onClick={() => void press(line.take)}>
              {t('propose.take')}
            </Button>
          </li>
        ))}
      </ul>
      {all && lines.length > 1 && (
        <Button kind="quiet" busy={busy} onClick={() => void press(all)}>
          {t('propose.take_all', { n: lines.length })}
        </Button>
      )}
    </section>
  )
}
