import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../text/later-stages.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import { refusalText } from '../say.ts'
import { MyTable } from '../table/my-table.tsx'
import { tableView } from '../table/table-view.ts'
import { GroupIdeas } from '../vote/candidate-row.tsx'
import { draftOf } from './proposal-drafts.ts'
import { ProposalForm } from './proposal-form.tsx'
import { ProposalWords } from './proposal-words.tsx'
import './sharpen.css'
import { type SharpenRow, sharpenView } from './sharpen-view.ts'

/** Who works on what; who takes a group writes its proposal. */
export function SharpenScreen(props: { room: Room; session: string; later: ComponentChildren }) {
  const { room, session, later } = props
  const rows = sharpenView(room)
  const seat = tableView(room)
  const opened = useSignal<number | undefined>(undefined)
  const problem = useSignal<string | undefined>(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  const wasOpen = useRef(false)
  const { within = '', money = '' } = room.records.one('session').value ?? {}

  const row = rows.find(({ id }) => id === opened.value)
  useEffect(() => {
    scrollTo(0, 0)
    if (!row && wasOpen.current) heading.current?.focus({ preventScroll: true })
    wasOpen.current = row !== undefined
  }, [row?.id])

  if (row)
    return (
      <ProposalForm
        key={row.id}
        session={session}
        row={row}
        frame={{ in_time: within, in_money: money }}
        onBack={() => {
          opened.value = undefined
        }}
      />
    )

  const take = (row: SharpenRow) => {
    problem.value = undefined
    opened.value = row.id
    void row.take?.().then((outcome) => {
      const refused = refusalText(outcome)
      if (refused === undefined) return
      problem.value = refused
      // What was typed in the meantime stays on this phone.
      opened.value = undefined
    })
  }
  return (
    <>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {t('sharpen.title')}
        </h1>
        <p class="quiet">{t('sharpen.body')}</p>
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {seat.used && <MyTable view={seat} ask={false} />}
      {rows.length === 0 && <p>{t('choice.no_groups')}</p>}
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          unsaved={draftOf(session, row.id) !== undefined}
          onTake={() => take(row)}
          onOpen={() => {
            problem.value = undefined
            opened.value = row.id
          }}
        />
      ))}
      {later}
    </>
  )
}

function Row(props: { row: SharpenRow; unsaved: boolean; onTake: () => void; onOpen: () => void }) {
  const { row, unsaved, onTake, onOpen } = props
  const mayWrite = row.save !== undefined
  return (
    <section class={`sharpen-row${mayWrite ? ' sharpen-row-mine' : ''}`}>
      <h2>
        <LetterChip letter={row.letter} color={row.color} /> <RoomWords>{row.title}</RoomWords>
      </h2>
      <p class="sharpen-who">
        <Icon name={row.whose === 'nobody' ? 'hand' : 'pencil'} size="1.25rem" />
        <span>{whoText(row)}</span>
      </p>
      {row.ours && row.whose === 'nobody' && <p class="quiet">{t('sharpen.ours')}</p>}
      {row.proposal && <ProposalWords proposal={row.proposal} title={row.title} />}
      <GroupIdeas group={row} />
      {unsaved && <p class="sharpen-unsaved">{t('sharpen.unsaved')}</p>}
      {row.take && (
        <Button onClick={onTake} aria-label={`${t('sharpen.take')}: ${row.title}`}>
          {t('sharpen.take')}
        </Button>
      )}
      {unsaved && !mayWrite && !row.take && (
        <Button kind="quiet" onClick={onOpen} aria-label={`${t('sharpen.see_mine')}: ${row.title}`}>
          {t('sharpen.see_mine')}
        </Button>
      )}
      {mayWrite && (
        <Button
          kind={row.whose === 'mine' ? 'primary' : 'secondary'}
          icon="pencil"
          onClick={onOpen}
          aria-label={`${openText(row)}: ${row.title}`}
        >
          {openText(row)}
        </Button>
      )}
    </section>
  )
}

function openText({ whose, proposal }: SharpenRow): string {
  if (whose === 'table') return t('sharpen.join')
  return t(proposal ? 'sharpen.go_on' : 'sharpen.begin')
}

function whoText({ whose, by }: SharpenRow): string {
  if (whose === 'nobody') return t('sharpen.nobody')
  if (whose === 'mine') return t('sharpen.you')
  const name = by || t('sharpen.somebody')
  return t(whose === 'table' ? 'sharpen.by_table' : 'sharpen.by', { name })
}
