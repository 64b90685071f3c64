import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { announce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Entries, Entry, EntryKind } from '../../shared/trajectory.ts'
import { type OpenDossier, lacking } from './dossier.ts'
import { draftsView } from './drafts-view.ts'
import { EntryForm, KeptMark, TakenAway } from './entry-form.tsx'
import { faultText } from './fault-text.ts'
import { emptyEntry, isPersonal } from './fields-view.ts'
import { focusEntry, openRow, openRows } from './focus-entry.ts'

/** An entry as a line that opens into its form. */
export function EntryRow(props: {
  dossier: OpenDossier
  id: number
  entry: Entry
  /** What one reads in the list. */
  children: ComponentChildren
  /** Of the button that opens it. */
  label: string
  /** Only these of its fields. */
  fields?: readonly string[]
  /** Why it cannot be taken away, when it cannot. */
  stays?: string
}) {
  const { dossier, id, entry, label, fields, stays } = props
  const name = `entry-${id}`
  const form = dossier.forms.value.get(name)
  const isTyped = form !== undefined && Object.keys(form.drafts).length > 0
  const open = openRows.value.has(name) || isTyped
  const remove = async () => {
    const done = await dossier.command('remove_entry', { id, was: entry })
    if (!done.ok) return showToast({ text: faultText(done.error) })
    dossier.drop(name)
    openRow(name, false)
    const { version } = done
    showToast({
      text: t('row.removed'),
      action: { label: t('word.undo'), run: () => void dossier.command('undo_event', { version }) },
    })
  }
  return (
    <li class="entry-row">
      <div class="entry-row__line">
        {props.children}
        <button
          type="button"
          class="entry-row__open"
          aria-expanded={open}
          aria-label={label}
          onClick={() => (open && !isTyped ? openRow(name, false) : focusEntry(name))}
        >
          <Icon name={open ? 'minus' : 'pencil'} size="1.25em" />
        </button>
      </div>
      {open && (
        <div class="entry-row__form">
          <EntryForm
            dossier={dossier}
            name={name}
            kind={entry.kind}
            id={id}
            {...(fields ? { fields } : {})}
          />
          <div class="entry-row__end">
            <Button
              onClick={() => {
                void dossier.save(name)
                openRow(name, false)
              }}
            >
              {t('row.ready')}
            </Button>
            {stays === undefined && (
              <Button kind="quiet" icon="trash" danger onClick={() => void remove()}>
                {t('row.remove')}
              </Button>
            )}
            {isPersonal(entry) && (
              <ErasePerson
                dossier={dossier}
                ids={[id]}
                person={'name' in entry ? entry.name : entry.description || t('kind.photo')}
              />
            )}
            <KeptMark dossier={dossier} name={name} />
          </div>
          {stays !== undefined && <p class="entry-row__stays">{stays}</p>}
        </div>
      )}
    </li>
  )
}

/** What is personal can be taken away for good, unlike what can be undone. */
export function ErasePerson(props: { dossier: OpenDossier; ids: readonly number[]; person: string }) {
  const { dossier, ids, person } = props
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const erase = async () => {
    setBusy(true)
    let fault = ''
    for (const id of ids) {
      const done = await dossier.command('erase_entry', { id })
      if (done.ok) dossier.drop(`entry-${id}`)
      else if (done.error !== 'not_found') fault = done.error
    }
    setBusy(false)
    showToast({ text: fault ? faultText(fault) : t('row.erased') })
    setAsks(false)
  }
  return (
    <>
      <Button
        kind="quiet"
        danger
        aria-label={`${t('row.erase')} ${person}`}
        onClick={() => setAsks(true)}
      >
        {t('row.erase')}
      </Button>
      <Dialog
        open={asks}
        title={t('row.erase_title', { name: person })}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button onClick={() => setAsks(false)}>{t('word.cancel')}</Button>
            <Button kind="primary" danger busy={busy} onClick={() => void erase()}>
              {t('row.erase').replace(' …', '')}
            </Button>
          </>
        }
      >
        <p>{t('row.erase_body')}</p>
      </Dialog>
    </>
  )
}

/** What is typed about entries that somebody took away meanwhile. */
export function TakenAwayRows({ dossier, kind }: { dossier: OpenDossier; kind: EntryKind }) {
  const lost = [...dossier.forms.value].filter(
    ([, form]) => form.kind === kind && Object.keys(form.drafts).length > 0 && dossier.isTakenAway(form),
  )
  return (
    <>
      {lost.map(([name]) => (
        <TakenAway key={name} dossier={dossier} name={name} />
      ))}
    </>
  )
}

/** The link that adds one, and its form once it is pressed. */
export function AddEntry<Kind extends EntryKind>(props: {
  dossier: OpenDossier
  kind: Kind
  label: string
  /** Of the form, when a page has more than one for this kind; begins with `new-`. */
  name?: `new-${string}`
  /** Only these of its fields. */
  fields?: readonly string[]
  /** What the new one has from the start, in fields that the form does not show. */
  start?: Partial<Entries[Kind]>
}) {
  const { dossier, kind, label, fields, start } = props
  const name = props.name ?? `new-${kind}`
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<string>()
  const form = dossier.forms.value.get(name)
  const open = openRows.value.has(name) || (form !== undefined && Object.keys(form.drafts).length > 0)
  const close = () => {
    dossier.drop(name)
    setTried(false)
    setFault(undefined)
    openRow(name, false)
  }
  const add = async (event: Event) => {
    event.preventDefault()
    const view = draftsView(emptyEntry(kind), form?.drafts ?? {})
    setTried(true)
    if (Object.keys(view.faults).length > 0 || lacking(view.sendable?.now ?? emptyEntry(kind)))
      return focusFirstWrong(name)
    const refusal = await dossier.add(name, start)
    setFault(refusal && !refusal.ok && refusal.error === 'unknown' ? faultText(refusal.error) : undefined)
  }
  // It is added once its form is gone, also when that took a while.
  const isThere = form !== undefined
  const wasThere = useRef(isThere)
  useEffect(() => {
    if (wasThere.current && !isThere && tried) {
      announce(t('row.added'))
      close()
    }
    wasThere.current = isThere
  }, [isThere])
  if (!open)
    return (
      <button type="button" class="link-button add-link" onClick={() => focusEntry(name)}>
        {label}
      </button>
    )
  return (
    <form class="add-entry" onSubmit={(event) => void add(event)} noValidate aria-label={label}>
      <EntryForm
        dossier={dossier}
        name={name}
        kind={kind}
        id={0}
        tried={tried}
        {...(fields ? { fields } : {})}
      />
      <p class="form-error" role="alert">
        {form?.fault ? faultText(form.fault) : fault}
      </p>
      <div class="entry-row__end">
        <Button type="submit" icon="plus" busy={form?.state === 'saving'}>
          {t('row.add')}
        </Button>
        <Button kind="quiet" onClick={close}>
          {t('word.cancel')}
        </Button>
        {form?.state === 'waiting' && <KeptMark dossier={dossier} name={name} />}
      </div>
    </form>
  )
}

function focusFirstWrong(name: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.getElementById(`form-${name}`)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    ),
  )
}
