import { useId, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { RadioChips } from '../ui/chips.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type CommitColumn, roles } from './commit-view.ts'
import { SheetNotice } from './notice-bars.tsx'
import type { Role } from './picture.ts'

/** Writes down a hand in the room: of somebody, or of a number of people without a name. */
export function HandSheet(props: {
  column: CommitColumn
  persons: readonly { readonly id: number; readonly name: string }[]
  add: NonNullable<CommitColumn['addHand']>
  onClose: () => void
}) {
  const { column, persons, add, onClose } = props
  const id = useId()
  const [person, setPerson] = useState(0)
  const [hands, setHands] = useState(1)
  const [role, setRole] = useState<Role>(column.leads.length > 0 ? 'help' : 'lead')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (busy) return
    setBusy(true)
    const added = await add({ person, hands: person === 0 ? hands : 1, role, note })
    setBusy(false)
    if (added) onClose()
  }
  return (
    <Dialog
      open
      title={t('commit.hand_title', { letter: column.letter })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void submit()}>
            {t('commit.save')}
          </Button>
        </>
      }
    >
      <SheetNotice />
      <p class="sheet-lead">{column.title}</p>
      <div class="sheet-select">
        <label for={id}>{t('commit.who')}</label>
        <select
          id={id}
          value={String(person)}
          onChange={(event) => setPerson(Number(event.currentTarget.value))}
        >
          <option value="0">{t('commit.who_hands')}</option>
          {persons.map((one) => (
            <option key={one.id} value={String(one.id)}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      {person === 0 && (
        <div class="stepper">
          <span class="stepper-what">{t('commit.how_many')}</span>
          <IconButton
            icon="minus"
            label={t('commit.fewer')}
            disabled={hands <= 1}
            onClick={() => setHands(hands - 1)}
          />
          <b class="even-figures">{hands}</b>
          <IconButton
            icon="plus"
            label={t('commit.more')}
            disabled={hands >= 200}
            onClick={() => setHands(hands + 1)}
          />
        </div>
      )}
      <RadioChips
        legend={t('commit.role')}
        value={role}
        options={roles.map((value) => ({ value, label: t(`commit.role_${value}`) }))}
        onChange={setRole}
      />
      <TextField
        label={t('commit.note')}
        placeholder={t('commit.note_hint')}
        value={note}
        onInput={setNote}
        max={200}
        optional
        onEnter={() => void submit()}
      />
    </Dialog>
  )
}

/** All commitments to one idea, so that a mistake can be taken away. */
export function CommitmentsSheet({ column, onClose }: { column: CommitColumn; onClose: () => void }) {
  return (
    <Dialog open title={t('commit.list_title', { letter: column.letter })} onClose={onClose}>
      <p class="sheet-lead">{column.title}</p>
      {column.lines.length === 0 && <p>{t('commit.nobody')}</p>}
      <ul class="people">
        {column.lines.map((line) => {
          const role = t(`commit.role_${line.role}`)
          return (
            <li class="person" key={line.id}>
              <div class="person-words">
                <b>{line.who}</b>
                <span>
                  {role}
                  {line.note && `: ${line.note}`}
                </span>
              </div>
              {line.remove && (
                <Button
                  kind="quiet"
                  icon="trash"
                  aria-label={t('commit.remove_name', { name: line.who, role })}
                  onClick={line.remove}
                >
                  {t('commit.remove')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
