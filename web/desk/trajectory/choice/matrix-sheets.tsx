import type { ComponentChildren } from 'preact'
import type { EntryKind } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { weekDay } from '../../dates.ts'
import type { OpenDossier } from '../dossier.ts'
import { type Dossier, organiserName, sessionNameOf } from '../dossier-view.ts'
import { EntryForm, KeptMark } from '../entry-form.tsx'
import { faultText } from '../fault-text.ts'
import { type MatrixView, markForm } from './choice-view.ts'
import { Known, KnownList } from './known.tsx'
import { GivenIn } from './said-in.tsx'

interface Where {
  readonly idea: number
  readonly criterion: number
}

/** One cell of the matrix. What is typed is kept by itself; one goes on to the next idea from here. */
export function MarkSheet(
  props: Where & {
    dossier: OpenDossier
    shown: Dossier
    view: MatrixView
    onGo: (to: Where) => void
    onClose: () => void
  },
) {
  const { dossier, shown, view, idea, criterion, onGo, onClose } = props
  const name = markForm(idea, criterion)
  const row = view.rows.find(({ id }) => id === criterion)
  const column = view.columns.find(({ id }) => id === idea)
  const mark = view.mark(idea, criterion)
  if (!row || !column) return null
  const at = view.columns.indexOf(column)
  const next = view.columns[at + 1]
  const below = view.rows[view.rows.indexOf(row) + 1]
  const first = view.columns[0]
  const from = sessionNameOf(shown, column.entry.session)
  const after: Where | undefined = next
    ? { idea: next.id, criterion }
    : below && first
      ? { idea: first.id, criterion: below.id }
      : undefined
  const leave = () => {
    void dossier.save(name)
    onClose()
  }
  return (
    <Dialog
      open
      title={t('mark.title', { criterion: row.entry.name, idea: column.entry.name })}
      onClose={leave}
      actions={
        <>
          <Button onClick={leave}>{t('row.ready')}</Button>
          {after && (
            <Button
              kind="primary"
              onClick={() => {
                void dossier.save(name)
                onGo(after)
              }}
            >
              {t(next ? 'mark.next_idea' : 'mark.next_criterion')}
            </Button>
          )}
        </>
      }
    >
      {from && <p class="section-lead">{t('ideas.from', { name: from })}</p>}
      <p class="section-lead">{row.entry.question}</p>
      {mark && <GivenIn shown={shown} mark={mark} />}
      <Known dossier={dossier} shown={shown} idea={idea} criterion={criterion} mark={mark} />
      <EntryForm
        key={name}
        dossier={dossier}
        name={name}
        kind="mark"
        id={mark?.id ?? 0}
        start={{ idea, criterion }}
        fields={['colour', 'summary', 'note', 'source', 'said_by']}
      />
      <p class="mark-kept">
        {mark &&
          t('factors.noted', {
            date: weekDay(mark.at, language.value),
            name: organiserName(shown, mark.by),
          })}{' '}
        <KeptMark dossier={dossier} name={name} />
      </p>
    </Dialog>
  )
}

export function CriterionSheet(props: SheetProps) {
  return <EntrySheet {...props} kind="criterion" fields={['name', 'question', 'weight', 'live']} />
}
export function IdeaSheet(props: SheetProps) {
  return (
    <EntrySheet {...props} kind="idea" fields={['name', 'about', 'letter']}>
      <KnownList shown={props.shown} idea={props.id} />
    </EntrySheet>
  )
}

interface SheetProps {
  dossier: OpenDossier
  shown: Dossier
  id: number
  onClose: () => void
  children?: ComponentChildren
}

/** A row or a column of the matrix itself. */
function EntrySheet(props: SheetProps & { kind: EntryKind; fields: readonly string[] }) {
  const { dossier, shown, id, kind, fields, onClose, children } = props
  const name = `entry-${id}`
  const entry = shown.entries.get(id)?.entry
  if (!entry) return null
  const leave = () => {
    void dossier.save(name)
    onClose()
  }
  const remove = async () => {
    const done = await dossier.command('remove_entry', { id, was: entry })
    if (!done.ok) return showToast({ text: faultText(done.error) })
    dossier.drop(name)
    onClose()
    const { version } = done
    showToast({
      text: t('row.removed'),
      action: { label: t('word.undo'), run: () => void dossier.command('undo_event', { version }) },
    })
  }
  return (
    <Dialog
      open
      title={t(`kind.${kind}`)}
      onClose={leave}
      actions={
        <>
          <Button kind="quiet" icon="trash" danger onClick={() => void remove()}>
            {t('row.remove')}
          </Button>
          <Button kind="primary" onClick={leave}>
            {t('row.ready')}
          </Button>
        </>
      }
    >
      {children}
      <EntryForm dossier={dossier} name={name} kind={kind} id={id} fields={fields} />
      <p class="mark-kept">
        <KeptMark dossier={dossier} name={name} />
      </p>
    </Dialog>
  )
}
