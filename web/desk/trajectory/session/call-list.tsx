import { t } from '../../../text/desk.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { ContactWays } from '../contact-ways.tsx'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, type OneOf } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { emptyEntry } from '../fields-view.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'

/** Who to call before the choice: those who want to do something, and those who own the ground. */
export function CallList({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const commitments = all(shown, 'commitment')
  const owners = all(shown, 'contact').filter(({ entry }) => entry.role === 'owner')
  const left =
    commitments.filter(({ entry }) => !entry.called).length +
    owners.filter(({ entry }) => ownerTask(shown, entry)?.entry.state !== 'done').length
  const ideaName = (id: number) => {
    const idea = shown.entries.get(id)?.entry
    return idea?.kind === 'idea' ? [idea.letter, idea.name].filter(Boolean).join(' ') : ''
  }
  return (
    <section aria-labelledby="calls-title">
      <h2 id="calls-title">{t('calls.title')}</h2>
      <p class="section-lead">
        {commitments.length + owners.length === 0
          ? t('calls.none')
          : left > 0
            ? t('calls.left', { n: left })
            : t('calls.all_done')}
      </p>
      <ul class="entry-rows">
        {commitments.map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.name })}
            fields={['note', 'name', 'role', 'organisation', 'phone', 'email', 'may_be_named']}
          >
            <Called dossier={dossier} id={id} entry={entry} />
            <div class="factor__words">
              <h3>{entry.name}</h3>
              <p>
                {[t(`role.${entry.role}`), ideaName(entry.idea), entry.organisation]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {entry.said_note && <p>“{entry.said_note}”</p>}
              {entry.note && <p class="idea__note">{entry.note}</p>}
              <ContactWays email={entry.email} phone={entry.phone} />
            </div>
          </EntryRow>
        ))}
        {owners.map(({ id, entry }) => (
          <Owner key={id} dossier={dossier} shown={shown} id={id} entry={entry} />
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="commitment" />
      <AddEntry
        dossier={dossier}
        kind="commitment"
        label={t('calls.add')}
        fields={['name', 'role', 'organisation', 'phone', 'email', 'may_be_named', 'note']}
      />
    </section>
  )
}

type Person = ReturnType<typeof all<'commitment'>>[number]['entry']

function Called({ dossier, id, entry }: { dossier: OpenDossier; id: number; entry: Person }) {
  const set = async (called: boolean) => {
    const done = await dossier.command('put_entry', { id, was: entry, now: { ...entry, called } })
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  return <Checkbox label={t('calls.called')} checked={entry.called} onChange={(on) => void set(on)} />
}

type OwnerContact = ReturnType<typeof all<'contact'>>[number]['entry']

const ownerTaskName = (entry: OwnerContact) => t('calls.owner_task', { name: entry.name }).slice(0, 120)
function ownerTask(shown: Dossier, entry: OwnerContact): OneOf<'task'> | undefined {
  const what = ownerTaskName(entry)
  return all(shown, 'task').find((one) => one.entry.topic === 'call' && one.entry.what === what)
}

/** That somebody who owns the ground was called is a task, so that it has a note and somebody who does it. */
function Owner(props: { dossier: OpenDossier; shown: Dossier; id: number; entry: OwnerContact }) {
  const { dossier, shown, id, entry } = props
  const what = ownerTaskName(entry)
  const task = ownerTask(shown, entry)
  const set = async (called: boolean) => {
    const state = called ? ('done' as const) : ('open' as const)
    const done = await dossier.command(
      'put_entry',
      task
        ? { id: task.id, was: task.entry, now: { ...task.entry, state } }
        : { id: 0, was: null, now: { ...emptyEntry('task'), what, topic: 'call', state } },
    )
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  return (
    <EntryRow dossier={dossier} id={id} entry={entry} label={t('row.edit', { name: entry.name })}>
      <Checkbox
        label={t('calls.called')}
        checked={task?.entry.state === 'done'}
        onChange={(on) => void set(on)}
      />
      <div class="factor__words">
        <h3>{entry.name}</h3>
        <p>{[t('contact.owner'), entry.organisation].filter(Boolean).join(' · ')}</p>
        {entry.note && <p class="idea__note">{entry.note}</p>}
        <ContactWays email={entry.email} phone={entry.phone} />
      </div>
    </EntryRow>
  )
}
