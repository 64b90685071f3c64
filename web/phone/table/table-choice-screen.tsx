import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Outcome } from '../../shared/session-link.ts'
import { t } from '../../text/later-stages.ts'
import { Icon } from '../../ui/draw/icon.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import { TornSheet } from '../../ui/draw/torn-sheet.tsx'
import type { Room } from '../room.ts'
import { refusalText } from '../say.ts'
import { CandidateRow, ChooseButton } from '../vote/candidate-row.tsx'
import { type ChoiceRow, type ChoiceView, choicesPerTable, choiceView } from './choice-view.ts'
import { MyTable } from './my-table.tsx'
import './table.css'
import { tableView } from './table-view.ts'

/** First where one sits, then what the people there take on together. */
export function TableChoiceScreen({ room, later }: { room: Room; later: ComponentChildren }) {
  const seat = tableView(room)
  const view = choiceView(room)
  const problem = useSignal<string | undefined>(undefined)
  const act = (action: (() => Promise<Outcome>) | undefined) => {
    problem.value = undefined
    void action?.().then((outcome) => {
      problem.value = refusalText(outcome) ?? problem.value
    })
  }
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{t(seat.table > 0 ? 'choice.title' : 'choice.title_first')}</h1>
        <p class="quiet">{t(seat.table > 0 ? 'choice.body' : 'choice.first')}</p>
      </div>
      <MyTable view={seat} ask />
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {view.rows.length === 0 && <p>{t('choice.no_groups')}</p>}
      {view.rows.length > 0 && seat.table > 0 && <Count view={view} />}
      {view.rows.length > 0 && (
        <ul class={seat.table > 0 ? 'vote-rows' : 'vote-rows choice-rows-to-read'}>
          {view.rows.map((row) => (
            <Row key={row.id} row={row} seated={seat.table > 0} act={act} />
          ))}
        </ul>
      )}
      {later}
    </>
  )
}

function Count({ view }: { view: ChoiceView }) {
  const { chosen, kept } = view
  const left = Math.max(0, choicesPerTable - chosen)
  return (
    <TornSheet tone="sand" class="sheet vote-purse">
      <span class="vote-seeds">
        {Array.from({ length: choicesPerTable }, (_, place) => (
          <Seed key={place} filled={place < left} size="2.125rem" />
        ))}
      </span>
      <p role="status">
        <b>{t('choice.count', { n: chosen, max: choicesPerTable })}</b>
        <span class="quiet">{left > 0 ? t('choice.left', { n: left }) : t('choice.full')}</span>
        {kept > 0 && <span class="quiet">{t('sharpen.on_phone')}</span>}
      </p>
    </TornSheet>
  )
}

function Row(props: {
  row: ChoiceRow
  seated: boolean
  act: (action: (() => Promise<Outcome>) | undefined) => void
}) {
  const { row, seated, act } = props
  return (
    <CandidateRow
      group={row}
      chosen={row.chosen}
      told={
        // Its line is there from the start: while all tables choose at once, no row moves away under a thumb.
        <p class="choice-elsewhere">
          {row.elsewhere.length > 0 && (
            <>
              <Icon name="people" size="1.125rem" />
              <span>
                {t('choice.elsewhere', { n: row.elsewhere.length, tables: row.elsewhere.join(', ') })}
              </span>
            </>
          )}
        </p>
      }
    >
      {seated && (
        <ChooseButton
          title={row.title}
          chosen={row.chosen}
          sign={<Seed filled={row.chosen} size="2.125rem" />}
          disabled={!row.choose && !row.unchoose}
          onPress={() => act(row.chosen ? row.unchoose : row.choose)}
        />
      )}
    </CandidateRow>
  )
}
