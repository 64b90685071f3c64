import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { EntryOf, TaskTopic } from '../../../shared/trajectory.ts'
import { weekDay } from '../../dates.ts'
import { ClashBox } from '../../clash-box.tsx'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, type OneOf, sessionNameOf } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import type { Drafts } from '../drafts-view.ts'
import { shownValue } from '../entry-form.tsx'
import { emptyEntry } from '../fields-view.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'

/** What has to be known of an idea before it can be chosen. */
const factFinding = ['owner_of_ground', 'cables', 'cost'] as const satisfies TaskTopic[]

/** The first ideas, and what has to be found out about each. */
export function Ideas({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const ideas = all(shown, 'idea').sort(
    (a, b) => (a.entry.place || 99) - (b.entry.place || 99) || a.id - b.id,
  )
  return (
    <section aria-labelledby="ideas-title">
      <h2 id="ideas-title">{t('ideas.title')}</h2>
      <p class="section-lead">{t(ideas.length === 0 ? 'ideas.none' : 'ideas.lead')}</p>
      <ul class="entry-rows ideas">
        {ideas.map((idea) => (
          <OneIdea key={idea.id} dossier={dossier} shown={shown} idea={idea} />
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="idea" />
      <TakenAwayRows dossier={dossier} kind="task" />
      {[...dossier.forms.value]
        .filter(([name, form]) => isOfGoneIdea(shown, name) && Object.keys(form.drafts).length > 0)
        .map(([name, { drafts }]) => (
          <LostTask key={name} dossier={dossier} name={name} drafts={drafts} ideas={ideas} />
        ))}
      <AddEntry dossier={dossier} kind="idea" label={t('ideas.add')} fields={['name', 'about', 'votes']} />
    </section>
  )
}

/** Of the form for something to find out about an idea. */
const newTaskOf = 'new-task-'
const isOfGoneIdea = (shown: Dossier, name: string) =>
  name.startsWith(newTaskOf) && shown.entries.get(Number(name.slice(newTaskOf.length)))?.entry.kind !== 'idea'

/** What somebody was still typing about an idea that went meanwhile: it goes with another idea, or away. */
function LostTask(props: {
  dossier: OpenDossier
  name: string
  drafts: Drafts
  ideas: readonly OneOf<'idea'>[]
}) {
  const { dossier, name, drafts, ideas } = props
  const put = async (idea: number) => {
    const done = await dossier.add(name, { idea, topic: 'other' })
    if (done && !done.ok) showToast({ text: faultText(done.error) })
  }
  return (
    <ClashBox
      title={t('find_out.idea_gone')}
      texts={Object.entries(drafts).map(([field, { text }]) => [
        <dt key={`${field}-label`}>{t(`entry.task.${field}` as 'entry.task.what')}</dt>,
        <dd key={field}>{shownValue('task', field, text) || t('clash.empty')}</dd>,
      ])}
    >
      <Button onClick={() => dossier.drop(name)}>{t('gone.leave')}</Button>
      {ideas.map(({ id, entry }) => (
        <Button key={id} onClick={() => void put(id)}>
          {t('find_out.put_with', { name: entry.name })}
        </Button>
      ))}
    </ClashBox>
  )
}

interface IdeaProps {
  dossier: OpenDossier
  shown: Dossier
  idea: OneOf<'idea'>
}

function OneIdea({ dossier, shown, idea }: IdeaProps) {
  const { id, entry } = idea
  const from = sessionNameOf(shown, entry.session)
  const isOfSession = entry.session !== ''
  const facts = [
    entry.place > 0 && t('ideas.place', { n: entry.place }),
    isOfSession && entry.place === 0 && t('ideas.not_first'),
    entry.votes > 0 && t('ideas.votes', { n: entry.votes }),
    entry.hands > 0 && t('ideas.hands', { n: entry.hands }),
    !isOfSession && t('ideas.by_hand'),
    from && t('ideas.from', { name: from }),
  ]
  return (
    <>
      <EntryRow
        dossier={dossier}
        id={id}
        entry={entry}
        label={t('row.edit', { name: entry.name })}
        fields={isOfSession ? ['name', 'about', 'note'] : ['name', 'about', 'place', 'votes', 'note']}
      >
        <span class="idea__letter" aria-hidden="true">
          {entry.letter || '·'}
        </span>
        <div class="factor__words">
          <h3>{entry.name}</h3>
          <p>{facts.filter(Boolean).join(' · ')}</p>
          {entry.about && <p class="idea__about">{entry.about}</p>}
          {entry.missing_note && <p>{t('ideas.missing', { what: entry.missing_note })}</p>}
          {entry.note && <p class="idea__note">{entry.note}</p>}
        </div>
      </EntryRow>
      <FactFinding dossier={dossier} shown={shown} idea={idea} />
    </>
  )
}

/** The two ways in which most of what has to be found out ends, each one press. */
function Found(props: { dossier: OpenDossier; id: number; entry: EntryOf<'task'>; idea: string }) {
  const { dossier, id, entry, idea } = props
  const [busy, setBusy] = useState(false)
  const end = async (...more: string[]) => {
    setBusy(true)
    // On top of what was just typed in its row.
    await dossier.save(`entry-${id}`)
    await dossier.settled()
    const was = (dossier.shown.value?.entries.get(id)?.entry ?? entry) as EntryOf<'task'>
    const note = [was.note, ...more].filter(Boolean).join('\n')
    const done = await dossier.command('put_entry', { id, was, now: { ...was, state: 'done', note } })
    setBusy(false)
    if (!done.ok) return showToast({ text: faultText(done.error) })
    const { version } = done
    showToast({
      text: t('find_out.ended', { what: entry.what }),
      action: { label: t('word.undo'), run: () => void dossier.command('undo_event', { version }) },
    })
  }
  const what = `${entry.what} (${idea})`
  return (
    <span class="found">
      <Button icon="check" busy={busy} aria-label={t('find_out.known_of', { what })} onClick={() => void end()}>
        {t('find_out.known')}
      </Button>
      <Button
        kind="quiet"
        busy={busy}
        aria-label={t('find_out.not_needed_of', { what })}
        onClick={() => void end(t('find_out.not_needed_note'))}
      >
        {t('find_out.not_needed')}
      </Button>
    </span>
  )
}

function FactFinding({ dossier, shown, idea }: IdeaProps) {
  const [busy, setBusy] = useState(false)
  const tasks = all(shown, 'task').filter(({ entry }) => entry.idea === idea.id)
  const lacking = factFinding.filter((topic) => !tasks.some(({ entry }) => entry.topic === topic))
  const propose = async () => {
    setBusy(true)
    for (const topic of lacking) {
      const now = { ...emptyEntry('task'), what: t(`find_out.${topic}`), topic, idea: idea.id }
      const done = await dossier.command('put_entry', { id: 0, was: null, now })
      if (!done.ok) {
        showToast({ text: faultText(done.error) })
        break
      }
    }
    setBusy(false)
  }
  return (
    <li class="fact-finding">
      {tasks.length > 0 && (
        <ul class="entry-rows" aria-label={t('find_out.of', { name: idea.entry.name })}>
          {tasks.map(({ id, entry }) => (
            <EntryRow
              key={id}
              dossier={dossier}
              id={id}
              entry={entry}
              label={t('row.edit', { name: entry.what })}
              fields={['what', 'who', 'due', 'state', 'note']}
            >
              <span class={`task-state task-state--${entry.state}`}>{t(`task_state.${entry.state}`)}</span>
              <div class="factor__words">
                <h3>{entry.what}</h3>
                <p>
                  {[
                    entry.who || (entry.state !== 'done' && t('find_out.nobody')),
                    entry.due && weekDay(entry.due, language.value),
                    entry.note,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {entry.state !== 'done' && <Found dossier={dossier} id={id} entry={entry} idea={idea.entry.name} />}
            </EntryRow>
          ))}
        </ul>
      )}
      {lacking.length > 0 && (
        <Button kind="quiet" icon="plus" busy={busy} onClick={() => void propose()}>
          {t('find_out.propose', { n: lacking.length })}
        </Button>
      )}
      <AddEntry
        dossier={dossier}
        kind="task"
        name={`${newTaskOf}${idea.id}`}
        label={t('find_out.add')}
        fields={['what', 'who', 'due']}
        start={{ idea: idea.id, topic: 'other' }}
      />
    </li>
  )
}
