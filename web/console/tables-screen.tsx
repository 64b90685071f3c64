import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LetterChip } from '../ui/draw/plant-label.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'
import {
  type Choice,
  choicesMax,
  type Seated,
  tablesMax,
  type TablesView,
  tablesView,
  type TableView,
} from './tables-view.ts'
import './boards.css'

/** Who sits where, and, where tables choose, which three groups each takes on. */
export function TablesScreen() {
  const { picture, send } = useConsole()
  const view = tablesView(picture.value, send)
  const [open, setOpen] = useState<{ person: number } | { table: number }>()
  const close = () => setOpen(undefined)
  const person =
    open && 'person' in open
      ? [...view.standing, ...view.tables.flatMap((one) => one.people)].find((one) => one.id === open.person)
      : undefined
  const table = open && 'table' in open ? view.tables.find((one) => one.number === open.table) : undefined
  return (
    <div class="boards boards-beside">
      <div class="boards-main">
        {view.tables.length === 0 && <p class="work-empty">{t('tables.none')}</p>}
        <div class="cards">
          {view.tables.map((one) => (
            <TableCard
              key={one.number}
              table={one}
              edit={view.choose && (() => setOpen({ table: one.number }))}
              pick={(id) => setOpen({ person: id })}
            />
          ))}
        </div>
        {view.standing.length > 0 && (
          <section class="card card-plain" aria-label={t('tables.standing')}>
            <h3>{t('tables.standing')}</h3>
            <Names people={view.standing} pick={(id) => setOpen({ person: id })} />
          </section>
        )}
      </div>
      <KeepPanel view={view} />
      {person && <SeatSheet person={person} seat={view.seat} onClose={close} />}
      {table && view.choose && (
        <ChoicesSheet table={table} choices={view.choices} choose={view.choose} onClose={close} />
      )}
    </div>
  )
}

function TableCard(props: {
  table: TableView
  edit: (() => void) | undefined
  pick: (person: number) => void
}) {
  const { table, edit, pick } = props
  const name = t('tables.table', { n: table.number })
  return (
    <section class="card" aria-label={name}>
      <header>
        <h3>{name}</h3>
        {edit && <IconButton icon="pencil" label={t('tables.edit', { n: table.number })} onClick={edit} />}
      </header>
      <Names people={table.people} pick={pick} />
      <ul class="card-list">
        {table.chosen.map((choice) => (
          <li key={choice.id}>
            <LetterChip letter={choice.letter} color={choice.color} /> {choice.title}
          </li>
        ))}
      </ul>
      {edit && <p class="panel-hint">{t('tables.chosen', { n: table.chosen.length, most: choicesMax })}</p>}
    </section>
  )
}

function Names({ people, pick }: { people: readonly Seated[]; pick: (person: number) => void }) {
  if (people.length === 0) return <p class="panel-hint">{t('tables.nobody')}</p>
  return (
    <div class="names">
      {people.map((one) => (
        <button
          type="button"
          class="name"
          key={one.id}
          onClick={() => pick(one.id)}
          aria-label={t('tables.move', { name: one.name })}
        >
          {one.name}
        </button>
      ))}
    </div>
  )
}

function KeepPanel({ view }: { view: TablesView }) {
  const [tables, setTables] = useState<number>()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const count = tables ?? view.suggested
  const act = async (what: () => Promise<boolean>) => {
    setBusy(true)
    await what()
    setBusy(false)
    setAsking(false)
  }
  return (
    <section class="panel">
      <h2>{t('tables.deal_title')}</h2>
      <div class="stepper">
        <span class="stepper-what">{t('tables.how_many')}</span>
        <IconButton
          icon="minus"
          label={t('tables.fewer')}
          disabled={count <= 1}
          onClick={() => setTables(count - 1)}
        />
        <b class="even-figures">{count}</b>
        <IconButton
          icon="plus"
          label={t('tables.more')}
          disabled={count >= tablesMax}
          onClick={() => setTables(count + 1)}
        />
      </div>
      <Button wide busy={busy} onClick={() => void act(() => view.deal(count))}>
        {t('tables.deal', { n: count })}
      </Button>
      <p class="panel-hint">{t('tables.deal_hint')}</p>
      <div class="panel-end">
        {view.keep && !asking && (
          <Button kind="primary" wide onClick={() => setAsking(true)}>
            {t('tables.keep')}
          </Button>
        )}
        {view.keep && asking && (
          <div role="alert" class="boards-ask">
            <p>{t('tables.keep_ask', { n: view.left })}</p>
            <Button kind="primary" wide busy={busy} onClick={() => view.keep && void act(view.keep)}>
              {t('tables.keep_do')}
            </Button>
            <Button wide onClick={() => setAsking(false)}>
              {t('word.cancel')}
            </Button>
          </div>
        )}
        {view.choose && <p class="panel-hint">{t(view.keep ? 'tables.keep_hint' : 'tables.keep_later')}</p>}
      </div>
    </section>
  )
}

function SeatSheet(props: {
  person: Seated
  seat: (person: number, table: number) => void
  onClose: () => void
}) {
  const { person, seat, onClose } = props
  const numbers = Array.from({ length: tablesMax + 1 }, (_, n) => n)
  return (
    <Dialog open title={t('tables.where', { name: person.name })} onClose={onClose}>
      <div class="numbers">
        {numbers.map((n) => (
          <Button
            key={n}
            aria-pressed={n === person.table}
            onClick={() => {
              seat(person.id, n)
              onClose()
            }}
          >
            {n === 0 ? t('tables.no_table') : t('tables.table', { n })}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}

function ChoicesSheet(props: {
  table: TableView
  choices: readonly Choice[]
  choose: NonNullable<TablesView['choose']>
  onClose: () => void
}) {
  const { table, choices, choose, onClose } = props
  const chosen = new Set(table.chosen.map((choice) => choice.id))
  return (
    <Dialog open title={t('tables.choices_of', { n: table.number })} onClose={onClose}>
      <p class="sheet-lead">{t('tables.chosen', { n: chosen.size, most: choicesMax })}</p>
      <SheetNotice />
      {choices.length === 0 && <p>{t('pitch.none')}</p>}
      <div class="choices">
        {choices.map((choice) => (
          <button
            type="button"
            class="choice"
            key={choice.id}
            aria-pressed={chosen.has(choice.id)}
            disabled={!chosen.has(choice.id) && chosen.size >= choicesMax}
            onClick={() => choose(table.number, choice.id, !chosen.has(choice.id))}
          >
            <LetterChip letter={choice.letter} color={choice.color} /> {choice.title}
          </button>
        ))}
      </div>
    </Dialog>
  )
}
