import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { useConsole } from './console-session.ts'
import { GroupChoiceBar } from './group-choice-bar.tsx'
import { Column, Inbox } from './group-column.tsx'
import { CreateGroupSheet, EditGroupSheet, MoveSheet } from './group-sheets.tsx'
import { groupView, liesInOneGroup } from './group-view.ts'
import { MergeIdeasSheet } from './merge-ideas-sheet.tsx'
import { sharpenView } from './sharpen-view.ts'
import { SuggestionBoxes } from './suggestion-boxes.tsx'
import { suggestionsView } from './suggestions-view.ts'
import { useCalm } from './use-calm.ts'
import { useChosen } from './use-chosen.ts'
import { newGroup, useIdeaDrag } from './use-idea-drag.ts'
import { usePutAway } from './use-put-away.ts'
import './group.css'

type Open =
  | { readonly what: 'move' | 'create' | 'merge'; readonly ids: readonly number[] }
  | { readonly what: 'edit'; readonly group: number }

/** Inbox and columns. Tap chooses, the bar below acts; dragging does the same for who likes it. */
export function GroupScreen({ choosing }: { choosing: (choosing: boolean) => void }) {
  const { picture, clock, send, link, paired } = useConsole()
  const putAway = usePutAway(paired.session)
  const view = groupView(picture.value, clock.value, send, link.pending.value)
  const { cards } = sharpenView(picture.value, send)
  const cardOf = (group: number) => cards.find(({ id }) => id === group)
  const all = [...view.inbox, ...view.columns.flatMap((column) => column.ideas)]
  const chosen = useChosen(all.map((idea) => idea.id))
  const [open, setOpen] = useState<Open>()
  useEffect(() => choosing(chosen.ids.length > 0), [chosen.ids.length > 0])
  useEffect(() => () => choosing(false), [])

  const nameOf = (group: number) =>
    view.columns.find((column) => column.id === group)?.name ?? t('group.inbox')
  const moved = (ids: readonly number[], to: number, before = 0) => {
    view.move?.(ids, to, before)
    chosen.clear()
    announce(t('group.dropped', { group: nameOf(to) }))
  }
  const drag = useIdeaDrag({
    stack: (idea) => (chosen.has(idea) ? chosen.ids : [idea]),
    lifted: (ids) => {
      for (const id of ids) void view.hold?.(id)
    },
    kept: (ids) => {
      for (const id of ids) void view.hold?.(id)
    },
    dropped: (ids, place) => {
      if (place.group === newGroup) setOpen({ what: 'create', ids })
      else moved(ids, place.group, place.before)
    },
    cancelled: (ids) => {
      for (const id of ids) view.release?.(id)
      announce(t('group.drop_cancelled'))
    },
  })
  const offered = useCalm(picture.value.suggestions, chosen.ids.length > 0 || drag.dragging !== undefined)
  const suggestions = suggestionsView(
    { ...picture.value, suggestions: offered },
    putAway,
    send,
    link.pending.value,
  )
  const proposed = new Set(suggestions.shown.flatMap((one) => one.ideas))
  const hand = {
    chosen,
    drag,
    mayMove: view.move !== undefined,
    ask: (idea: number) => setOpen({ what: 'move', ids: chosen.has(idea) ? chosen.ids : [idea] }),
  }
  const close = () => setOpen(undefined)
  const done = () => {
    close()
    chosen.clear()
  }
  const picked = open && open.what !== 'edit' ? all.filter((idea) => open.ids.includes(idea.id)) : []
  const edited = open?.what === 'edit' ? view.columns.find((column) => column.id === open.group) : undefined
  const lifted = drag.dragging && all.find((idea) => idea.id === drag.dragging?.ids[0])

  return (
    <div class="sort">
      <p class="visually-hidden" id="sort-keys">
        {t('group.keys')}
      </p>
      <Inbox
        ideas={view.inbox.filter((idea) => !proposed.has(idea.id))}
        count={view.inbox.length}
        proposals={<SuggestionBoxes suggestions={suggestions.shown} ideas={view.inbox} hand={hand} />}
        empty={t(view.anyIdeas ? 'group.inbox_empty' : 'group.inbox_none')}
        hand={hand}
      >
        {suggestions.away > 0 && (
          <Button kind="quiet" icon="undo" onClick={putAway.clear}>
            {t('suggest.show_away', { n: suggestions.away })}
          </Button>
        )}
        {view.allow && <Checkbox label={t('group.allow')} checked={view.allowed} onChange={view.allow} />}
      </Inbox>
      <div class="sort-columns" data-scroll>
        {view.columns.map((column) => (
          <Column
            key={column.id}
            column={column}
            card={cardOf(column.id)}
            hand={hand}
            edit={column.rename && (() => setOpen({ what: 'edit', group: column.id }))}
          />
        ))}
        {view.create && (
          <div
            class={`sort-new${drag.dragging?.over?.group === newGroup ? ' sort-over' : ''}`}
            data-group={newGroup}
          >
            <button type="button" onClick={() => setOpen({ what: 'create', ids: chosen.ids })}>
              <Icon name="plus" /> {t('group.new')}
            </button>
            {view.columns.length === 0 && <p>{t('group.no_groups')}</p>}
          </div>
        )}
      </div>
      {view.move && chosen.ids.length > 0 && (
        <GroupChoiceBar
          view={view}
          ids={chosen.ids}
          together={liesInOneGroup(view, chosen.ids)}
          clear={chosen.clear}
          open={(what) => setOpen({ what, ids: chosen.ids })}
        />
      )}
      {drag.dragging && (
        <div class="sort-ghost" ref={drag.ghost} aria-hidden="true">
          <div class={`sort-idea${drag.dragging.ids.length > 1 ? ' sort-ghost-stack' : ''}`}>
            {lifted?.text}
            {drag.dragging.ids.length > 1 && <b>{drag.dragging.ids.length}</b>}
          </div>
        </div>
      )}
      {open?.what === 'move' && (
        <MoveSheet
          count={open.ids.length}
          columns={view.columns}
          onClose={close}
          move={(to) => {
            moved(open.ids, to)
            close()
          }}
          create={() => setOpen({ what: 'create', ids: open.ids })}
        />
      )}
      {open?.what === 'create' && view.create && (
        <CreateGroupSheet create={view.create} ideas={picked} onClose={(made) => (made ? done() : close())} />
      )}
      {open?.what === 'merge' && view.merge && (
        <MergeIdeasSheet
          ideas={picked}
          merge={view.merge}
          onClose={(merged) => (merged ? done() : close())}
        />
      )}
      {edited && (
        <EditGroupSheet column={edited} card={cardOf(edited.id)} columns={view.columns} onClose={close} />
      )}
    </div>
  )
}
