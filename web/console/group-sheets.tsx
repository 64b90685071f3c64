import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { colorStyle } from '../ui/draw/color.ts'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { GroupColumn, GroupView } from './group-view.ts'
import { SheetNotice } from './notice-bars.tsx'
import { ProposalFits } from './proposal-fits.tsx'
import type { ProposalCard } from './sharpen-view.ts'
import './boards.css'

/** Where the chosen ideas should go. */
export function MoveSheet(props: {
  count: number
  columns: readonly GroupColumn[]
  move: (group: number) => void
  create: () => void
  onClose: () => void
}) {
  const { count, columns, move, create, onClose } = props
  return (
    <Dialog open title={t('group.move_title', { n: count })} onClose={onClose}>
      <div class="sheet-list">
        <GroupList columns={columns} pick={move} />
        <Button wide icon="plus" onClick={create}>
          {t('group.new')}
        </Button>
        <Button kind="quiet" wide icon="back" onClick={() => move(0)}>
          {t('group.move_inbox')}
        </Button>
      </div>
    </Dialog>
  )
}

function GroupList({ columns, pick }: { columns: readonly GroupColumn[]; pick: (group: number) => void }) {
  return (
    <ul class="group-list">
      {columns.map((column) => (
        <li key={column.id}>
          <button
            type="button"
            class="group-choice"
            style={colorStyle(column.color)}
            onClick={() => pick(column.id)}
          >
            <PlantLabel letter={column.letter} color={column.color} size="2.5rem" icon={false} onTint />
            <span>{column.name}</span>
            <small>{t('group.count', { n: column.ideas.length })}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}

export function CreateGroupSheet(props: {
  create: NonNullable<GroupView['create']>
  ideas: readonly { readonly id: number; readonly text: string }[]
  onClose: (made: boolean) => void
}) {
  const { create, ideas, onClose } = props
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (busy) return
    setBusy(true)
    const made = await create(
      name,
      ideas.map((idea) => idea.id),
    )
    setBusy(false)
    if (made) onClose(true)
  }
  return (
    <Dialog
      open
      title={t('group.new_title')}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void submit()}>
            {t('group.new_do')}
          </Button>
        </>
      }
    >
      <SheetNotice />
      <TextField
        label={t('group.name')}
        hint={t('group.name_hint')}
        value={name}
        onInput={setName}
        max={60}
        onEnter={() => void submit()}
      />
      {ideas.length > 0 && (
        <ul class="sheet-ideas">
          {ideas.map((idea) => (
            <li key={idea.id}>{idea.text}</li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

/** Its name, whether it fits, and what else can be done with it. */
export function EditGroupSheet(props: {
  column: GroupColumn
  card: ProposalCard | undefined
  columns: readonly GroupColumn[]
  onClose: () => void
}) {
  const { column, card, columns, onClose } = props
  const [name, setName] = useState(column.named ? column.name : '')
  const [merging, setMerging] = useState(false)
  const others = columns.filter((other) => other.id !== column.id)
  const rename = async () => {
    if (await column.rename?.(name)) onClose()
  }
  if (merging) {
    return (
      <Dialog open title={t('group.merge_title')} onClose={onClose}>
        <p>{t('group.merge_body', { letter: column.letter })}</p>
        <GroupList
          columns={others}
          pick={(into) => {
            column.mergeInto?.(into)
            onClose()
          }}
        />
      </Dialog>
    )
  }
  return (
    <Dialog open title={t('group.rename_title', { letter: column.letter })} onClose={onClose}>
      <SheetNotice />
      <TextField
        label={t('group.name')}
        value={name}
        onInput={setName}
        max={60}
        onEnter={() => void rename()}
      />
      <Button kind="primary" onClick={() => void rename()}>
        {t('group.rename')}
      </Button>
      {card && <ProposalFits card={card} />}
      <div class="sheet-list sheet-more">
        {column.mergeInto && others.length > 0 && (
          <Button wide icon="merge" onClick={() => setMerging(true)}>
            {t('group.merge')}
          </Button>
        )}
        {card?.unfit && card.later && (
          <Button
            wide
            icon="clock"
            onClick={() => {
              card.later?.()
              onClose()
            }}
          >
            {t('sharpen.later')}
          </Button>
        )}
        {column.dissolve && (
          <>
            <Button
              wide
              icon="split"
              onClick={() => {
                column.dissolve?.()
                onClose()
              }}
            >
              {t('group.dissolve')}
            </Button>
            <p class="sheet-lead">{t('group.dissolve_hint')}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
